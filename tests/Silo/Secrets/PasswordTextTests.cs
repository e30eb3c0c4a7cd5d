using System.Text;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Silo.Tests.Secrets;

public sealed class PasswordTextTests
{
    [Theory]
    [InlineData("correct horse", "correct horse")]
    [InlineData("\u0438\u0306\u0456\u0308", "йї")] // as a Mac writes it
    [InlineData("йї", "йї")]
    [InlineData("e\u0323\u0302", "\u1EC7")] // the marks of ệ in either order
    [InlineData("e\u0302\u0323", "\u1EC7")]
    [InlineData("\u00EA\u0323", "\u1EC7")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")] // NormalizationTest.txt, part 2
    [InlineData("\u212B", "\u00C5")] // the Ångström sign
    [InlineData("\u0958", "\u0915\u093C")] // never put together
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\U0002F800", "\u4E3D")]
    [InlineData("\U0001D157\U0001D165", "\U0001D157\U0001D165")] // excluded, beyond 16 bits
    [InlineData("a\u00A0b\u2009c\u3000d", "a b c d")] // RFC 8265 §4.2.2: other spaces
    [InlineData("Straße ﬁ １", "Straße ﬁ １")] // no compatibility forms, no case
    [InlineData("🔑 ключ", "🔑 ключ")]
    public void A_password_has_one_form(string typed, string prepared) => Assert.Equal(prepared, PasswordText.Prepare(typed));

    [Theory]
    [InlineData("")]
    [InlineData("line\nbreak")]
    [InlineData("bell\u0007")]
    [InlineData("next line\u0085")]
    [InlineData("\u007F")]
    public void What_nobody_can_type_is_none(string typed) => Assert.Null(PasswordText.Prepare(typed));

    [Fact]
    public void Half_a_character_is_none() => Assert.Null(PasswordText.Prepare("half " + '\uD83D'));

    [Fact]
    public void Preparing_twice_changes_nothing_for_any_character()
    {
        for (var code = 0x80; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code) || PasswordText.Prepare(new Rune(code).ToString()) is not { } prepared) continue;
            Assert.Equal(prepared, PasswordText.Prepare(prepared));
        }
    }

    [Fact]
    public void Readable_text_uses_every_letter_alike_and_none_that_looks_like_another()
    {
        var all = ReadableText.Plain([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        Assert.All(all.GroupBy(letter => letter), group => Assert.Equal(8, group.Count()));
        Assert.True(all.AsSpan().IndexOfAny("01lo") < 0);
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", ReadableText.Password(new byte[ReadableText.PasswordBytes]));
    }
}
