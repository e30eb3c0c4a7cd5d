using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;
using CallCenter.Media.Mixing;
using CallCenter.Media.Rtp;
using CallCenter.Media.Tests.Engine;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Mixing;

/// <summary>Three phones with real sockets; each says a tone of its own, so that what one hears tells whom.</summary>
public sealed class ConferenceTests : IDisposable
{
    private const int ClientHertz = 400;
    private const int EmployeeHertz = 900;
    private const int SupervisorHertz = 1_700;

    private readonly Studio _studio = new();
    private readonly Phone _client = new();
    private readonly Phone _employee = new() { Ssrc = 0x2000 };
    private readonly Phone _supervisor = new() { Ssrc = 0x3000 };
    private readonly MediaLeg _clientLeg;
    private readonly MediaLeg _employeeLeg;
    private readonly MediaLeg _supervisorLeg;
    private readonly Conference _conference = MediaEngine.OpenConference();
    private int _frame;

    public ConferenceTests()
    {
        _clientLeg = _studio.Open(_client);
        _employeeLeg = _studio.Open(_employee);
        _supervisorLeg = _studio.Open(_supervisor);
        _studio.Engine.Join(_conference, _clientLeg, new MixPlace(MixRole.Join));
        _studio.Engine.Join(_conference, _employeeLeg, new MixPlace(MixRole.Join));
    }

    public void Dispose()
    {
        _studio.Dispose();
        _client.Dispose();
        _employee.Dispose();
        _supervisor.Dispose();
    }

    [Fact]
    public void Who_joins_is_heard_by_all_and_hears_all_but_himself()
    {
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Join));
        AssertHeard([EmployeeHertz, SupervisorHertz], [ClientHertz, SupervisorHertz], [ClientHertz, EmployeeHertz]);
    }

    [Fact]
    public void Who_listens_is_heard_by_nobody()
    {
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Listen));
        AssertHeard([EmployeeHertz], [ClientHertz], [ClientHertz, EmployeeHertz]);
    }

    [Fact]
    public void Who_whispers_is_heard_by_one_alone_and_may_step_up_and_down()
    {
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Whisper, _employeeLeg));
        AssertHeard([EmployeeHertz], [ClientHertz, SupervisorHertz], [ClientHertz, EmployeeHertz]);
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Join));
        AssertHeard([EmployeeHertz, SupervisorHertz], [ClientHertz, SupervisorHertz], [ClientHertz, EmployeeHertz]);
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Listen));
        AssertHeard([EmployeeHertz], [ClientHertz], [ClientHertz, EmployeeHertz]);
    }

    [Fact]
    public async Task Who_leaves_is_heard_no_more_and_a_bridge_takes_the_others_out()
    {
        _studio.Engine.Join(_conference, _supervisorLeg, new MixPlace(MixRole.Join));
        _studio.Engine.Close(_supervisorLeg);
        await Eventually.Holds(() => _studio.Qualities.ContainsKey(_supervisorLeg.Key));
        AssertHeard([EmployeeHertz], [ClientHertz], heardBySupervisor: null);

        _studio.Engine.Bridge(_clientLeg, _employeeLeg);
        await _studio.Settle();
        _client.Say(_clientLeg.LocalEndPoint, 42);
        HeardPacket heard;
        do
        {
            heard = _employee.Hear();
        }
        while (heard.Payload[0] != 42 || heard.Payload[159] != 42);
    }

    /// <summary>In virtual time: the thread stood still for a second, the grid left its frames out.</summary>
    [Fact]
    public void After_a_stall_of_the_thread_whoever_speaks_is_heard_again()
    {
        var conference = new Conference();
        var speaker = conference.Join(_clientLeg, new MixPlace(MixRole.Join), 0)!;
        conference.Join(_employeeLeg, new MixPlace(MixRole.Join), 0);
        var heard = new List<bool>();
        for (var frame = 0; frame < 100; frame++)
        {
            if (frame is >= 30 and < 80)
            {
                continue;
            }

            var bytes = new byte[RtpPacket.HeaderBytes + 160];
            new RtpHeader(8, false, (ushort)frame, (uint)(frame * 160), 7).Write(bytes);
            bytes.AsSpan(RtpPacket.HeaderBytes).Fill(G711.EncodeA(6_000));
            Assert.True(RtpPacket.TryParse(bytes, out var packet));
            speaker.Hear(packet, G711Law.A, Conference.Position(frame * 20_000));
            conference.Mix(frame * 20_000);
            heard.Add(speaker.Frame.All(sample => sample > 5_000));
        }

        // Silent for the two frames that mixing is behind, at the beginning and after the stall.
        Assert.Equal([0, 1, 30, 31], heard.Select((isHeard, frame) => isHeard ? -1 : frame).Where(frame => frame >= 0));
    }

    /// <summary>Everybody speaks until the tones are as they should be; each frame heard is the clock for the next one said.</summary>
    private void AssertHeard(int[] byClient, int[] byEmployee, int[]? heardBySupervisor)
    {
        var phones = new List<(Phone Phone, MediaLeg Leg, int Hertz, int[] Expected)>
        {
            (_client, _clientLeg, ClientHertz, byClient), (_employee, _employeeLeg, EmployeeHertz, byEmployee),
        };
        if (heardBySupervisor is not null)
        {
            phones.Add((_supervisor, _supervisorLeg, SupervisorHertz, heardBySupervisor));
        }

        // Several frames in a row, so that no leftover of before is taken for it; within ten seconds, or it is not so.
        var heard = "";
        for (var (right, round) = (0, 0); right < 5; round++)
        {
            Assert.True(round < 500, heard);
            foreach (var (phone, leg, hertz, _) in phones)
            {
                phone.Say(leg.LocalEndPoint, Tone(hertz));
            }

            _frame++;
            heard = string.Join(" / ", phones.Select(one => Text(Tones(one.Phone.Hear().Payload))));
            right = heard == string.Join(" / ", phones.Select(one => Text(one.Expected))) ? right + 1 : 0;
        }
    }

    private static string Text(IEnumerable<int> tones) => string.Join("+", tones);

    private byte[] Tone(int hertz) =>
        [.. Enumerable.Range(_frame * 160, 160).Select(i => G711.EncodeA((short)(6_000 * Math.Sin(2 * Math.PI * hertz * i / 8_000))))];

    private static IEnumerable<int> Tones(byte[] codes) =>
        new[] { ClientHertz, EmployeeHertz, SupervisorHertz }.Where(hertz => Goertzel.Amplitude(codes, hertz) > 4_000);
}
