using System.Runtime.CompilerServices;

namespace CallCenter.Simulation.Tests;

/// <summary>Something that must always hold does not.</summary>
internal sealed class Breach(string what) : Exception(what)
{
    /// <summary>The message is put together only when it is needed: this is asked hundreds of times a turn.</summary>
    public static void Unless(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Text what)
    {
        if (!holds) throw new Breach(what.ToString());
    }

    /// <summary>A message that stays empty where everything is well.</summary>
    [InterpolatedStringHandler]
    internal ref struct Text
    {
        private DefaultInterpolatedStringHandler _text;

        public Text(int literalLength, int formattedCount, bool holds, out bool isNeeded)
        {
            isNeeded = !holds;
            if (isNeeded) _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        }

        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        public override string ToString() => _text.ToStringAndClear();
    }
}
