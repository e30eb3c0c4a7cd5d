namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>A WAV file of one tone, a minute long: 16 bits, 8 kHz, mono.</summary>
internal static class ToneFile
{
    private const int SampleRate = 8_000;
    private const int Seconds = 60;

    public static void Write(string path, int hertz)
    {
        using var file = new BinaryWriter(File.Create(path));
        const int bytes = SampleRate * Seconds * 2;
        file.Write("RIFF"u8);
        file.Write(36 + bytes);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(SampleRate);
        file.Write(SampleRate * 2);
        file.Write((short)2);
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(bytes);
        for (var i = 0; i < SampleRate * Seconds; i++)
        {
            file.Write((short)(8_000 * Math.Sin(2 * Math.PI * hertz * i / SampleRate)));
        }
    }
}
