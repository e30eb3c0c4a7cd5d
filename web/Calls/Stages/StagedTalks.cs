using CallCenter.Abstractions.History;

namespace CallCenter.Web.Calls.Stages;

/// <summary>A conversation and who spoke in each of its tenths.</summary>
public sealed record StagedTalk(ClientTalk Talk, IReadOnlyList<TalkShares> Tenths);

/// <summary>Conversations that are long enough to have stages.</summary>
/// <param name="TooShort">How many were not.</param>
/// <param name="IsCut">Whether older ones of the period were not read.</param>
public sealed record StagedTalks(IReadOnlyList<StagedTalk> Talks, int TooShort, bool IsCut)
{
    public static StagedTalks Of(ClientTalks read)
    {
        StagedTalk[] staged =
        [
            .. read.Talks.Select(static talk => (Talk: talk, Tenths: TalkTenths.Of(talk.Recording)))
                .Where(static one => one.Tenths is not null).Select(static one => new StagedTalk(one.Talk, one.Tenths!)),
        ];
        return new StagedTalks(staged, read.Talks.Count - staged.Length, read.IsCut);
    }
}
