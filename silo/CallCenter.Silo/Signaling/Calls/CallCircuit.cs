using CallCenter.Abstractions;
using CallCenter.Media.Mixing;
using CallCenter.Media.Recording;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>The SIP side of one call: the caller's leg and every leg rung for it. Decides nothing; the project does.</summary>
internal sealed class CallCircuit(CallerLeg caller, ISessionPath path)
{
    private readonly List<CalledLeg> _called = new(2);

    /// <summary>Known once the project has taken the call in.</summary>
    public CallId Call { get; set; }

    public CallerLeg Caller => caller;

    /// <summary>Where its media goes; decided when the project takes the call in.</summary>
    public ISessionPath Path { get; set; } = path;

    /// <summary>The recording of the conversation that goes on; null: there is none.</summary>
    public ConversationRecording? Recording { get; set; }

    /// <summary>What both who talk and the supervisors hear; null while no supervisor does.</summary>
    public Conference? Conference { get; set; }

    /// <summary>What the employee has pressed of the code that pauses the recording.</summary>
    public PressedCode? PauseCode { get; set; }

    public IReadOnlyList<CalledLeg> Called => _called;

    /// <summary>Of all its legs, the caller's first.</summary>
    public int LegCount => _called.Count + 1;

    public SipLeg this[int index] => index == 0 ? caller : _called[index - 1];

    /// <summary>Nothing is left that an effect could name.</summary>
    public bool IsOver => caller.IsEnded && _called.TrueForAll(static leg => leg.IsEnded);

    public void Add(CalledLeg leg)
    {
        // A caller may wait for hours and be rung at hundreds of phones; legs that are over need no place.
        if (_called.Count >= 16)
        {
            _called.RemoveAll(static old => old.IsEnded);
        }

        _called.Add(leg);
    }

    /// <summary>No other phone rings beside this one.</summary>
    public bool RingsAlone(CalledLeg leg) => _called.TrueForAll(other => other == leg || other.IsEnded);

    public SipLeg? Find(int number)
    {
        if (number == 0)
        {
            return Caller;
        }

        foreach (var leg in _called)
        {
            if (leg.Id.Number == number)
            {
                return leg;
            }
        }

        return null;
    }
}
