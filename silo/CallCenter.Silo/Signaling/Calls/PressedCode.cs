namespace CallCenter.Silo.Signaling.Calls;

/// <summary>Keys that are pressed one after the other are a code, where they follow soon.</summary>
internal sealed class PressedCode
{
    private const long SoonMs = 3_000;

    private int _pressed;
    private long _lastAt;

    /// <summary>Whether this key completes the code.</summary>
    public bool Press(char key, string code, long now)
    {
        if (now - _lastAt > SoonMs || _pressed >= code.Length || key != code[_pressed])
        {
            _pressed = 0;
        }

        _lastAt = now;
        _pressed += key == code[_pressed] ? 1 : 0;
        if (_pressed < code.Length)
        {
            return false;
        }

        _pressed = 0;
        return true;
    }
}
