using CallCenter.Media.Codecs;

namespace CallCenter.Media.Engine;

/// <summary>For each payload type that one leg receives what becomes of it on the other, found once and not per packet.</summary>
internal sealed class RelayTable
{
    private readonly RelayAction[] _actions = new RelayAction[128];
    private readonly byte[] _payloadTypes = new byte[128];

    /// <param name="received">What the one leg may hear.</param>
    /// <param name="sent">What the other one understands, in the order of its preference.</param>
    public RelayTable(IReadOnlyList<PayloadFormat> received, IReadOnlyList<PayloadFormat> sent)
    {
        foreach (var format in received)
        {
            if (sent.FirstOrDefault(format.IsSameAs) is { } same)
            {
                Set(format, RelayAction.Pass, same);
            }
            else if (format.Law is { } law && sent.FirstOrDefault(one => one.Law is not null) is { } other)
            {
                Set(format, law == G711Law.A ? RelayAction.AToMu : RelayAction.MuToA, other);
            }
        }
    }

    public RelayAction Action(byte payloadType) => _actions[payloadType];

    /// <summary>What the other side calls it.</summary>
    public byte PayloadType(byte payloadType) => _payloadTypes[payloadType];

    private void Set(PayloadFormat format, RelayAction action, PayloadFormat target)
    {
        _actions[format.PayloadType] = action;
        _payloadTypes[format.PayloadType] = target.PayloadType;
    }
}
