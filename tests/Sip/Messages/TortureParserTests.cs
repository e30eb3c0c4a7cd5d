using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared.Torture;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>
/// Every message of RFC 4475 §3 as it stands there, with what the parser and the inspections of a UAS say to it: 0 where nothing may be
/// answered, 200 where nothing is wrong with the message itself. What a running endpoint answers is tested with the silo.
/// </summary>
public sealed class TortureParserTests
{
    private const int Dropped = 0;
    private const int Fine = 200;

    public static readonly TheoryData<string, int> Answers = new()
    {
        { "wsinv", Fine }, { "intmeth", 501 }, { "esc01", Fine }, { "escnull", Fine }, { "esc02", 501 }, { "lwsdisp", Fine },
        { "longreq", Fine }, { "dblreq", Fine }, { "semiuri", Fine }, { "transports", Fine }, { "mpart01", 405 }, { "unreason", Fine },
        { "noreason", Fine }, { "badinv01", 400 }, { "clerr", 400 }, { "ncl", 400 }, { "scalar02", 400 }, { "scalarlg", Dropped },
        { "quotbal", 400 }, { "ltgtruri", 400 }, { "lwsruri", 400 }, { "lwsstart", 400 }, { "trws", 400 }, { "escruri", 400 },

        // Nothing here reads Date, so that a wrong one harms nobody.
        { "baddate", Fine },

        // The registrar refuses its Contact.
        { "regbadct", Fine },

        // Spaces beside the angle brackets are tolerated, as the RFC allows; those inside the URI are not part of it.
        { "badaspec", Fine },
        { "baddn", 400 }, { "badvers", 505 }, { "mismatch01", 400 }, { "mismatch02", 400 }, { "bigcode", Dropped },

        // A branch that is only the magic cookie: handled like a client of RFC 2543.
        { "badbranch", Fine },
        { "insuf", 400 }, { "unkscm", 416 }, { "novelsc", 416 }, { "unksm2", Fine }, { "bext01", 420 }, { "invut", 415 },
        { "regaut01", Fine }, { "multi01", 400 }, { "mcl01", 400 }, { "bcast", Fine }, { "zeromf", Fine }, { "cparam01", Fine },
        { "cparam02", Fine }, { "regescrt", Fine }, { "sdp01", 406 }, { "inv2543", Fine },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Every_message_gets_the_answer_the_RFC_asks_for(string name, int answer) =>
        Assert.Equal(answer, AnswerOf(TortureMessages.Bytes(name)));

    [Fact]
    public void No_message_is_left_out()
    {
        Assert.Equal(49, TortureMessages.Names.Count);
        Assert.Equal(TortureMessages.Names, Answers.Select(row => row.Data.Item1));
    }

    [Fact]
    public void Section_3_1_1_3_escapes_are_resolved_where_they_are_values()
    {
        var message = Wire.Parse(TortureMessages.Bytes("esc01"));

        Assert.Equal(("sips:user@example.com", "example.net"), (message.RequestUri!.User, message.RequestUri.Host));
        Assert.Equal("user", message.To.Uri!.User);
        Assert.Equal("I have spaces", message.From.Uri!.User);
        Assert.Equal("caller", message.Contact!.Uri!.User);
    }

    [Fact]
    public void Section_3_1_1_4_escaped_nulls_make_different_contacts()
    {
        var contacts = Wire.Parse(TortureMessages.Bytes("escnull")).Contacts;

        Assert.Equal(["\0", "\0\0"], contacts.Select(contact => contact.Uri!.User));
        Assert.False(contacts[0].Uri!.IsEquivalentTo(contacts[1].Uri!));
    }

    [Fact]
    public void Section_3_1_1_5_a_percent_in_a_header_name_is_no_escape() =>
        Assert.Equal(2, Wire.Parse(TortureMessages.Bytes("esc02")).Contacts.Count);

    [Fact]
    public void Section_3_1_1_11_a_multipart_body_is_kept_byte_for_byte()
    {
        var message = Wire.Parse(TortureMessages.Bytes("mpart01"));

        Assert.True(message.Body.StartsWith("--7a9cbec02ceef655\r\n"u8));
        Assert.True(message.Body.EndsWith("--7a9cbec02ceef655--\r\n"u8));
    }

    [Fact]
    public void Sections_3_3_12_and_13_a_parameter_belongs_to_the_header_without_brackets_and_to_the_URI_inside_them()
    {
        var ofHeader = Wire.Parse(TortureMessages.Bytes("cparam01")).Contact!;
        var ofUri = Wire.Parse(TortureMessages.Bytes("cparam02")).Contact!;

        Assert.NotNull(ofHeader.Parameter("unknownparam"));
        Assert.DoesNotContain("unknownparam", ofHeader.Uri!.Text);
        Assert.Null(ofUri.Parameter("unknownparam"));
        Assert.Contains("unknownparam", ofUri.Uri!.Text);
    }

    private static int AnswerOf(byte[] bytes)
    {
        if (!SipParser.TryParse(bytes, out var message, out var error))
        {
            return error.StatusCode;
        }

        if (!message!.IsRequest)
        {
            return Fine;
        }

        var refusal = RequestChecks.Check(message, "pbx.example.com:5060"u8)
            ?? (message.Method == SipMethod.Invite ? RequestChecks.Body(message) : null);
        return refusal?.StatusCode ?? Fine;
    }
}
