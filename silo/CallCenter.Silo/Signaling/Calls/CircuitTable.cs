using CallCenter.Abstractions;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>Finds circuits by call and legs by our tag. Bounded by the project's limit of live calls.</summary>
internal sealed class CircuitTable
{
    private readonly Dictionary<CallId, CallCircuit> _circuits = [];
    private readonly Dictionary<SipTag, SipLeg> _byTag = [];

    public int Circuits => _circuits.Count;

    public IEnumerable<CallCircuit> All => _circuits.Values;

    /// <summary>The legs whose dialogs are known.</summary>
    public IEnumerable<SipLeg> Dialogs => _byTag.Values;

    public void Add(CallCircuit circuit) => _circuits.Add(circuit.Call, circuit);

    public CallCircuit? Find(CallId call) => _circuits.GetValueOrDefault(call);

    public SipLeg? Find(LegId leg) => Find(leg.Call)?.Find(leg.Number);

    /// <summary>The leg can be found by messages in its dialog from now on.</summary>
    public void AddDialog(SipLeg leg) => _byTag[leg.Dialog!.LocalTag] = leg;

    public bool HasTag(SipMessage request) => SipTag.TryParse(request.ToTag, out var tag) && _byTag.ContainsKey(tag);

    /// <summary>The leg whose dialog this request belongs to: Call-ID and both tags fit.</summary>
    public SipLeg? OfDialog(SipMessage request) =>
        SipTag.TryParse(request.ToTag, out var tag) && _byTag.TryGetValue(tag, out var leg) && leg.Dialog!.Matches(request) ? leg : null;

    /// <summary>No message is expected in its dialog any more.</summary>
    public void ForgetDialog(SipLeg leg)
    {
        if (leg.Dialog is { } dialog)
        {
            _byTag.Remove(dialog.LocalTag);
        }
    }

    /// <summary>Drops the circuit when all its legs ended.</summary>
    public void ForgetIfOver(CallCircuit circuit)
    {
        if (circuit.IsOver)
        {
            _circuits.Remove(circuit.Call);
        }
    }
}
