using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Journal.Codecs;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests.Codecs;

public sealed class EventCodecTests
{
    public static TheoryData<string, bool> Events()
    {
        var data = new TheoryData<string, bool>();
        foreach (var type in typeof(ProjectEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProjectEvent))))
        {
            data.Add(type.FullName!, true);
            data.Add(type.FullName!, false);
        }
        return data;
    }

    [Theory, MemberData(nameof(Events))]
    public void Every_event_comes_back_as_it_was_written(string type, bool sparse)
    {
        var happened = Sample(type, sparse);

        var reader = new EventReader(Encode(happened));
        var read = EventCodec.Read(ref reader);

        Assert.False(reader.More);
        Assert.Equal(Json(happened), Json(read));
    }

    [Theory, MemberData(nameof(Events))]
    public void Fields_appended_by_a_newer_version_are_skipped(string type, bool sparse)
    {
        var happened = Sample(type, sparse);
        var encoded = Encode(happened);
        var outer = new EventReader(encoded.AsSpan(1));
        var fields = outer.Bytes();
        var to = new EventWriter(16);
        to.Byte(encoded[0]);
        var start = to.BeginPart();
        to.Raw(fields);
        to.Text("a field of tomorrow");
        to.EndPart(start);
        to.Byte(77);

        var reader = new EventReader(to.Written);
        var read = EventCodec.Read(ref reader);

        Assert.Equal(Json(happened), Json(read));
        Assert.Equal(77, reader.Byte());
    }

    [Theory, MemberData(nameof(Events))]
    public void A_cut_event_is_refused_at_every_length(string type, bool sparse)
    {
        var encoded = Encode(Sample(type, sparse));

        for (var length = 0; length < encoded.Length; length++)
        {
            Assert.Throws<UnreadableEventException>(() => Decode(encoded.AsSpan(0, length)));
        }
    }

    [Fact]
    public void An_unknown_tag_is_named()
    {
        var thrown = Assert.Throws<UnreadableEventException>(() => Decode([200, 0]));

        Assert.Contains("200", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_throws_nothing_but_the_one_exception()
    {
        var random = new Random(20250101);
        var encoded = typeof(ProjectEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ProjectEvent)))
            .Select(type => Encode(Sample(type.FullName!, sparse: false)))
            .ToArray();

        for (var i = 0; i < 50_000; i++)
        {
            var damaged = (byte[])encoded[i % encoded.Length].Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }
            try
            {
                Decode(damaged);
            }
            catch (UnreadableEventException)
            {
            }
        }
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(3_000_000)]
    public void Parts_of_any_length_carry_their_length(int length)
    {
        var to = new EventWriter(1);
        to.Byte(9);
        var start = to.BeginPart();
        to.Raw(new byte[length]);
        to.EndPart(start);
        to.Byte(9);

        var reader = new EventReader(to.Written);
        Assert.Equal(9, reader.Byte());
        Assert.Equal(length, reader.Part().Remaining);
        Assert.Equal(9, reader.Byte());
    }

    [Fact]
    public void A_property_absent_in_a_document_keeps_its_default()
    {
        var document = ConfigurationJson.Read("""{"departments":[{"id":"sales","name":"Sales","strategy":"ringAll"}]}"""u8);

        Assert.Equal("Europe/Kyiv", document.TimeZone);
        Assert.Equal(15, document.Departments[0].RingSeconds);
        Assert.Equal(300, document.Departments[0].MaxWaitSeconds);
        Assert.Equal(Strategy.RingAll, document.Departments[0].Strategy);
    }

    [Fact]
    public void Bindings_of_an_older_version_are_read_without_what_they_do_not_say()
    {
        var to = new EventWriter(16);
        to.Byte((byte)EventTag.BindingsChanged);
        var fields = to.BeginPart();
        to.Text("anna");
        to.Unsigned(1);
        var binding = to.BeginPart();
        to.Text("sip:anna@10.0.0.5");
        to.Text("udp:10.0.0.5:5060");
        to.Unsigned(0);
        to.Text("call-id");
        to.Unsigned(7);
        to.Signed(1_000);
        to.OptionalText("Phone 1");
        to.EndPart(binding);
        to.EndPart(fields);

        var read = Assert.Single(Assert.IsType<BindingsChanged>(Decode(to.Written)).Bindings);

        Assert.Equal(("Phone 1", null, 0, null, false), (read.UserAgent, read.Instance, read.RegId, read.Direct, read.IsLost));
    }

    [Fact]
    public void A_leg_rang_takes_five_bytes() => Assert.Equal(5, Encode(new LegRang(new LegId(new CallId(100), 1))).Length);

    private static ProjectEvent Sample(string type, bool sparse) =>
        (ProjectEvent)new Samples(sparse).Of(typeof(ProjectEvent).Assembly.GetType(type, throwOnError: true)!);

    private static byte[] Encode(ProjectEvent happened)
    {
        var writer = new EventWriter(16);
        try
        {
            EventCodec.Write(ref writer, happened);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static ProjectEvent Decode(ReadOnlySpan<byte> encoded)
    {
        var reader = new EventReader(encoded);
        return EventCodec.Read(ref reader);
    }

    private static string Json(ProjectEvent happened) => JsonSerializer.Serialize(happened, happened.GetType());
}
