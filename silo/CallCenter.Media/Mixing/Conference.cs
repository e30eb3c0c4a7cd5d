using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;

namespace CallCenter.Media.Mixing;

/// <summary>
/// Three or more who hear each other, mixed in frames of 20 ms on the engine's grid. A handle: parties come and go through
/// <see cref="MediaEngine"/>, and what is in it belongs to the media thread.
/// </summary>
public sealed class Conference
{
    /// <summary>The bound; whoever comes beyond it hears nothing.</summary>
    public const int MostParties = 16;

    internal const int FrameSamples = G711.SampleRate / 50;

    /// <summary>Packets are mixed two frames after they came: one is as late as most networks make them, one is being filled.</summary>
    private const int DelaySamples = 2 * FrameSamples;

    private readonly List<MixParty> _parties = [];
    private long _taken = long.MinValue;

    internal Conference()
    {
    }

    internal bool IsEmpty => _parties.Count == 0;

    /// <summary>Null at the bound.</summary>
    internal MixParty? Join(MediaLeg leg, MixPlace place, long nowUs)
    {
        if (_parties.Count == MostParties)
        {
            return null;
        }

        if (IsEmpty)
        {
            _taken = Position(nowUs) - DelaySamples;
        }

        var party = new MixParty(leg, place, _taken);
        _parties.Add(party);
        return party;
    }

    internal void Leave(MixParty party)
    {
        _parties.Remove(party);
        foreach (var other in _parties)
        {
            other.ForgetParty(party);
        }
    }

    /// <summary>A moment in samples.</summary>
    internal static long Position(long nowUs) => nowUs * G711.SampleRate / 1_000_000;

    /// <summary>The frame of a tick of the grid, for everybody.</summary>
    /// <param name="tickUs">When it was due, however late it is.</param>
    internal void Mix(long tickUs)
    {
        var behind = Position(tickUs) - DelaySamples - _taken;
        if (behind < 0)
        {
            // It was due before the first one joined.
            return;
        }

        // Where the grid left frames out after a stall of the thread, what was said in them is over.
        Forget((int)Math.Min(behind, int.MaxValue));

        foreach (var party in _parties)
        {
            party.Take();
        }

        _taken += FrameSamples;
        foreach (var party in _parties)
        {
            party.Mix(_parties);
        }
    }

    private void Forget(int count)
    {
        foreach (var party in _parties)
        {
            party.Forget(count);
        }

        _taken += count;
    }
}
