using CallCenter.Engine.Numbering;

namespace CallCenter.Engine.Tests.Numbering;

public class PhoneNumbersTests
{
    [Theory]
    [InlineData("0441234567", "UA", "+380441234567")]
    [InlineData("044 123-45-67", "UA", "+380441234567")]
    [InlineData("(044) 123.45.67", "UA", "+380441234567")]
    [InlineData("441234567", "UA", "+380441234567")]
    [InlineData("380441234567", "UA", "+380441234567")]
    [InlineData("+380 44 123 45 67", "UA", "+380441234567")]
    [InlineData("00380441234567", "UA", "+380441234567")]
    [InlineData("tel:+380-44-123-45-67;phone-context=x", "PL", "+380441234567")]
    [InlineData("044-123-45-67;phone-context=+380", "PL", "+380441234567")]
    [InlineData("(212)555-1234;ext=77;phone-context=+1-212", "UA", "+12125551234")]
    [InlineData("0441234567;phone-context=carrier.example", "UA", "+380441234567")]
    [InlineData("+380.44.123(45)67;ext=101", "PL", "+380441234567")]
    [InlineData("48221234567", "UA", "+48221234567")]
    [InlineData("+44 (0)20 7946 0018", "UA", "+442079460018")]
    [InlineData("020 7946 0018", "GB", "+442079460018")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("810380441234567", "RU", "+380441234567")]
    [InlineData("8 017 123 45 67", "BY", "+375171234567")]
    [InlineData("(212) 555-1234", "US", "+12125551234")]
    [InlineData("1 212 555 1234", "US", "+12125551234")]
    [InlineData("011 380 44 123 45 67", "US", "+380441234567")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("06 1234 5678", "IT", "+390612345678")]
    [InlineData("22 123 45 67", "PL", "+48221234567")]
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("+2348031234567", "UA", "+2348031234567")]
    [InlineData("0441234567", "ua", "+380441234567")]
    public void Any_usual_form_becomes_E164(string raw, string country, string expected)
    {
        Assert.True(PhoneNumbers.TryNormalise(raw, country, out var number));
        Assert.Equal(expected, number);
        Assert.True(PhoneNumbers.IsE164(number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("Restricted")]
    [InlineData("101")]
    [InlineData("123456")]
    [InlineData("*21*0441234567#")]
    [InlineData("044123456")] // nine digits with trunk prefix: one short, and no national number begins with 0
    [InlineData("+38044123456")]
    [InlineData("+0441234567")]
    [InlineData("+1234567")]
    [InlineData("+2341234567890123")]
    [InlineData("0044")]
    [InlineData("+")]
    [InlineData("00380+441234567")]
    [InlineData("sip:0441234567@host")]
    [InlineData("111111111111111111111111111111111111111111")]
    public void What_is_no_number_is_left_alone(string? raw)
    {
        Assert.False(PhoneNumbers.TryNormalise(raw, "UA", out var number));
        Assert.Equal("", number);
    }

    [Fact]
    public void Without_a_known_country_only_international_forms_are_read()
    {
        Assert.True(PhoneNumbers.TryNormalise("00380441234567", "ZZ", out var number));
        Assert.Equal("+380441234567", number);
        Assert.False(PhoneNumbers.TryNormalise("0441234567", "ZZ", out _));
    }

    [Fact]
    public void Normalising_a_normalised_number_changes_nothing()
    {
        foreach (var iso in Countries.IsoCodes)
        {
            var country = Countries.Find(iso)!;
            var national = "2" + new string('5', country.MaxNational - 1);
            var local = (country.TrunkPrefixes.Count > 0 ? country.TrunkPrefixes[0] : "") + national;
            Assert.True(PhoneNumbers.TryNormalise(local, iso, out var once), $"{iso} {local}");
            Assert.Equal($"+{country.CallingCode}{national}", once);
            Assert.True(PhoneNumbers.TryNormalise(once, "UA", out var twice), iso);
            Assert.Equal(once, twice);
        }
    }

    [Theory]
    [InlineData("+380441234567", true)]
    [InlineData("380441234567", false)]
    [InlineData("+38044 1234567", false)]
    [InlineData("+012345678", false)]
    [InlineData("+1234567", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData(null, false)]
    public void E164_form_is_strict(string? text, bool expected) => Assert.Equal(expected, PhoneNumbers.IsE164(text));
}
