using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Journal.Codecs;

/// <summary>The fields of <see cref="AuditNoted"/>.</summary>
internal static class AuditCodec
{
    public static void Write(ref EventWriter to, AuditNoted noted)
    {
        var entry = noted.Entry;
        to.Byte((byte)entry.Kind);
        to.OptionalText(entry.Target);
        to.OptionalText(entry.Detail);
        to.Signed(entry.Times);
        to.Byte((byte)entry.Actor.Kind);
        to.OptionalText(entry.Actor.Name);
        to.OptionalText(entry.Actor.Key);
        to.OptionalSigned((long?)entry.Actor.Access);
        to.OptionalText(entry.Actor.Address);
    }

    public static AuditNoted Read(ref EventReader from)
    {
        var (kind, target, detail, times) = ((AuditKind)from.Byte(), from.OptionalText(), from.OptionalText(), from.Int());
        var actor = new AuditActor(
            (ActorKind)from.Byte(), from.OptionalText(), from.OptionalText(), (AccessLevel?)from.OptionalInt(), from.OptionalText());
        return new AuditNoted(new AuditEntry(kind, actor, target, detail, times));
    }
}
