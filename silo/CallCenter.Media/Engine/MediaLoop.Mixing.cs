using CallCenter.Media.Mixing;

namespace CallCenter.Media.Engine;

/// <summary>Conferences: legs that hear a mix in place of one other leg.</summary>
internal sealed partial class MediaLoop
{
    private readonly List<Conference> _conferences = [];

    /// <summary>Takes the leg out of its bridge; in the conference already, it changes its place.</summary>
    public void Join(Conference conference, MediaLeg leg, MixPlace place)
    {
        if (leg.Slot < 0)
        {
            return;
        }

        if (leg.Conference == conference)
        {
            leg.Party!.Place = place;
            return;
        }

        Leave(leg);
        Disconnect(leg);
        if (conference.IsEmpty)
        {
            _conferences.Add(conference);
        }

        if (conference.Join(leg, place, _nowUs) is { } party)
        {
            (leg.Conference, leg.Party) = (conference, party);
            if (leg.Speaker is null)
            {
                SetSpeaker(leg, party);
            }
        }
    }

    /// <summary>The others go on. Nothing happens where the leg is in no conference.</summary>
    public void Leave(MediaLeg leg)
    {
        if (leg.Conference is not { } conference)
        {
            return;
        }

        conference.Leave(leg.Party!);
        if (conference.IsEmpty)
        {
            _conferences.Remove(conference);
        }

        if (leg.Speaker == leg.Party)
        {
            SetSpeaker(leg, null);
        }

        (leg.Conference, leg.Party) = (null, null);
    }

    private void MixConferences()
    {
        foreach (var conference in _conferences)
        {
            conference.Mix(_nextFrameUs);
        }
    }
}
