using CallCenter.Media.Rtcp;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Quality;

/// <summary>
/// What is known of one stream that we receive (RFC 3550 A.1, A.3, A.8): extended sequence numbers, lost, out of order, repeated, jitter.
/// A packet costs a few additions and no allocation.
/// </summary>
public sealed class ReceptionStatistics
{
    /// <summary>A gap of more packets is no loss but a sender that began anew (RFC 3550 A.1: a minute at 50 packets a second).</summary>
    public const int MostDropout = 3_000;

    /// <summary>A packet further behind than this is no late one but a sender that began anew (RFC 3550 A.1).</summary>
    public const int MostMisorder = 100;

    private const int WindowBits = 64;

    // Which of the last 64 sequence numbers came: a repeated packet must not hide a lost one.
    private ulong _seen;
    private bool _hasBegun;
    private uint _first;
    private ushort? _expectedAfterJump;
    private uint _transit;
    private uint _scaledJitter;
    private long _lostBefore;
    private long _expectedReported;
    private long _lostReported;

    /// <summary>The highest sequence number received, with its roll-overs in the upper 16 bits.</summary>
    public uint Highest { get; private set; }

    /// <summary>Packets received once each.</summary>
    public long Received { get; private set; }

    /// <summary>Packets that came again.</summary>
    public long Repeated { get; private set; }

    /// <summary>Packets that came behind a later one.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Packets that should have come, received or not. Goes on over a stream that began anew.</summary>
    public long Expected => ReceivedBefore + (_hasBegun ? ExpectedOfRun : 0);

    public long Lost => _lostBefore + LostOfRun;

    /// <summary>Interarrival jitter in timestamp units (RFC 3550 §6.4.1).</summary>
    public uint Jitter => _scaledJitter >> 4;

    private long ReceivedOfRun { get; set; }

    private long ReceivedBefore { get; set; }

    private long ExpectedOfRun => (long)(Highest - _first) + 1;

    // Nothing is lost that came before what we count from.
    private long LostOfRun => _hasBegun ? Math.Max(0, ExpectedOfRun - ReceivedOfRun) : 0;

    /// <summary>One packet of the stream, in the order of arrival.</summary>
    /// <param name="arrival">Now, in timestamp units; only differences count.</param>
    /// <param name="isTimed">False for packets with the timestamp of a moment past, as telephone-events: they say no jitter.</param>
    /// <returns>False for a packet that came again, and for one so far away that it waits for the next to prove a new beginning.</returns>
    public bool Receive(ushort sequenceNumber, uint timestamp, uint arrival, bool isTimed = true)
    {
        if (!_hasBegun)
        {
            Begin(sequenceNumber, timestamp, arrival);
            return true;
        }

        var ahead = (short)(sequenceNumber - (ushort)Highest);
        if (ahead is >= MostDropout or <= -MostMisorder)
        {
            return ReceiveAfterJump(sequenceNumber, timestamp, arrival);
        }

        _expectedAfterJump = null;
        if (!Mark(ahead))
        {
            Repeated++;
            return false;
        }

        OutOfOrder += ahead < 0 ? 1 : 0;
        Received++;
        ReceivedOfRun++;
        if (isTimed)
        {
            MeasureJitter(timestamp, arrival);
        }

        return true;
    }

    /// <summary>The stream goes on under another SSRC: counts stay, sequence numbers begin anew.</summary>
    public void BeginAnew()
    {
        _lostBefore += LostOfRun;
        ReceivedBefore += _hasBegun ? ExpectedOfRun : 0;
        _hasBegun = false;
        _expectedAfterJump = null;
    }

    /// <summary>A block for the next report; counts what was lost since the one before (RFC 3550 A.3).</summary>
    /// <param name="ssrc">The stream's.</param>
    public ReportBlock Report(uint ssrc, uint lastSenderReport, uint delaySinceLastSenderReport)
    {
        var expected = Expected - _expectedReported;
        var lost = Lost - _lostReported;
        (_expectedReported, _lostReported) = (Expected, Lost);
        var fraction = expected <= 0 || lost <= 0 ? 0 : Math.Min(255, lost * 256 / expected);
        return new ReportBlock(
            ssrc, (byte)fraction, (int)Math.Min(Lost, int.MaxValue), Highest, Jitter, lastSenderReport, delaySinceLastSenderReport);
    }

    private bool ReceiveAfterJump(ushort sequenceNumber, uint timestamp, uint arrival)
    {
        if (_expectedAfterJump != sequenceNumber)
        {
            _expectedAfterJump = (ushort)(sequenceNumber + 1);
            return false;
        }

        // Two in a row: the sender began anew without another SSRC, as a phone does that was started again.
        BeginAnew();
        Begin(sequenceNumber, timestamp, arrival);
        return true;
    }

    private void Begin(ushort sequenceNumber, uint timestamp, uint arrival)
    {
        // One roll-over ahead, so that a packet from before the first one does not fall below zero.
        _first = Highest = 0x10000u + sequenceNumber;
        _hasBegun = true;
        _seen = 1;
        _transit = arrival - timestamp;
        ReceivedOfRun = 1;
        Received++;
    }

    /// <summary>Notes that the packet came; false when it had come before.</summary>
    private bool Mark(int ahead)
    {
        if (ahead > 0)
        {
            _seen = ahead >= WindowBits ? 1 : (_seen << ahead) | 1;
            Highest += (uint)ahead;
            return true;
        }

        if (-ahead >= WindowBits)
        {
            return true;
        }

        var bit = 1UL << -ahead;
        var isNew = (_seen & bit) == 0;
        _seen |= bit;
        return isNew;
    }

    // RFC 3550 A.8, in sixteenths to keep the rounding.
    private void MeasureJitter(uint timestamp, uint arrival)
    {
        var transit = arrival - timestamp;
        var difference = (uint)Math.Abs((long)SequenceNumbers.Distance(transit, _transit));
        _transit = transit;
        _scaledJitter += difference - ((_scaledJitter + 8) >> 4);
    }
}
