using CallCenter.Abstractions.Texts;

namespace CallCenter.Silo.Tests.Signaling;

public sealed class StrangerTextTests
{
    [Theory]
    [InlineData("Olena Koval", "Olena Koval")]
    [InlineData("ТОВ «Ромашка» 🌼", "ТОВ «Ромашка» 🌼")]
    [InlineData("نور", "نور")]
    [InlineData("Anna\r\n=1+1", "Anna =1+1")]
    [InlineData("\u0000\u001B]0;x\u0007", "]0;x")]
    [InlineData("\u202Egpj.exe", "gpj.exe")]
    [InlineData("a\u2028b\u2029c\u0085d", "a b c d")]
    [InlineData("\u0007\u0007", "")]
    public void What_is_no_text_goes(string text, string clean) => Assert.Equal(clean, StrangerText.Clean(text));

    [Fact]
    public void Half_a_character_goes() => Assert.Equal("half", StrangerText.Clean("half" + '\uD83D'));

    [Fact]
    public void A_clean_text_is_given_back_itself()
    {
        const string name = "Марія Шевченко";
        Assert.Same(name, StrangerText.Clean(name));
    }
}
