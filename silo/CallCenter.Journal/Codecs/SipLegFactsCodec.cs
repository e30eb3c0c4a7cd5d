using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>What rebuilds a dialog, as a part of its own inside an event.</summary>
internal static class SipLegFactsCodec
{
    // The methods that the user agent lists; the first bit alone was a flag once.
    private const int UpdateBit = 1;
    private const int OptionsBit = 2;

    public static void Write(ref EventWriter to, SipLegFacts facts)
    {
        var start = to.BeginPart();
        to.Text(facts.SipCallId);
        to.Text(facts.LocalTag);
        to.Text(facts.RemoteTag);
        to.Text(facts.LocalUri);
        to.Text(facts.RemoteUri);
        to.Unsigned(facts.LocalCSeq);
        to.Unsigned(facts.RemoteCSeq);
        Texts.Write(ref to, facts.RouteSet);
        to.Text(facts.RemoteTarget);
        to.Text(facts.Flow);
        to.OptionalText(facts.Vias);
        to.Flag(facts.Sdp is not null);
        if (facts.Sdp is not null)
        {
            to.Bytes(facts.Sdp);
        }
        if (facts.Traits is { } traits)
        {
            to.Signed(traits.MaxForwards);
            to.Byte((byte)((traits.AllowsUpdate ? UpdateBit : 0) | (traits.AllowsOptions ? OptionsBit : 0)));
            to.Unsigned(traits.TimerSeconds);
            to.Flag(traits.WeRefresh);
            if (facts.CallerTag is not null)
            {
                to.Text(facts.CallerTag);
            }
        }
        to.EndPart(start);
    }

    public static SipLegFacts Read(ref EventReader from)
    {
        var part = from.Part();
        return new SipLegFacts(
            part.Text(), part.Text(), part.Text(), part.Text(), part.Text(), part.UnsignedInt(), part.UnsignedInt(),
            Texts.Read(ref part), part.Text(), part.Text(), part.OptionalText(), part.Flag() ? part.Bytes().ToArray() : null,
            part.More ? ReadTraits(ref part) : null,
            part.More ? part.Text() : null);
    }

    private static SipLegTraits ReadTraits(ref EventReader from)
    {
        var (maxForwards, methods) = (from.Int(), from.Byte());
        return new SipLegTraits(
            maxForwards, (methods & UpdateBit) != 0, from.UnsignedInt(), from.Flag(), (methods & OptionsBit) != 0);
    }
}

/// <summary>Lists of texts.</summary>
internal static class Texts
{
    public static void Write(ref EventWriter to, IReadOnlyList<string> texts)
    {
        to.Unsigned((ulong)texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            to.Text(texts[i]);
        }
    }

    public static string[] Read(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = from.Text();
        }
        return texts;
    }
}
