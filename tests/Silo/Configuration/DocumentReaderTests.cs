using System.Text;
using CallCenter.Silo.Configuration;

namespace CallCenter.Silo.Tests.Configuration;

public class DocumentReaderTests
{
    [Fact]
    public void The_sample_has_the_right_shape()
    {
        var (document, errors) = DocumentReader.Read(SampleDocument.Json);
        Assert.Empty(errors);
        Assert.Equal("phone-secret-olena", document!.SipAccounts[0].Password);
        Assert.Equal(10, document.Departments[1].WrapUpSeconds);
    }

    [Theory]
    [InlineData("", "line 1, column 1: the document is empty")]
    [InlineData("{\n  \"name\": \"x\",\n}", "line 3, column 1: there is a comma after the last entry")]
    [InlineData("{\n  \"numbers\": [1,2,]\n}", "line 2, column 19: there is a comma after the last entry")]
    [InlineData("{\n  // why\n  \"name\": \"x\"\n}", "line 2, column 3: comments are not part of JSON")]
    [InlineData("{ \"name\": \"x\" /* why */ }", "line 1, column 15: comments are not part of JSON")]
    [InlineData("{ \"name\": \"x\"", "line 1, column 14: the document ends too early")]
    [InlineData("{ \"ім'я\": 'x' }", "line 1, column 11: the JSON breaks at '''")]
    [InlineData("{ \"name\": “x” }", "line 1, column 11: the JSON breaks at '“'")]
    public void Malformed_json_is_answered_with_line_and_column(string json, string expected)
    {
        var (document, errors) = DocumentReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(document);
        var error = Assert.Single(errors);
        Assert.Equal("$", error.Path);
        Assert.Equal(expected, error.Problem);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("""[]""", "$", "write an object")]
    [InlineData("""{"nam": "x"}""", "$.nam", "did you mean \"name\"?")]
    [InlineData("""{"Name": "x"}""", "$.Name", "did you mean \"name\"?")]
    [InlineData("""{"name": "x", "name": "y"}""", "$.name", "take one of them out")]
    [InlineData("""{"name": null}""", "$.name", "leave the property out")]
    [InlineData("""{"name": 5}""", "$.name", "write a text in quotes")]
    [InlineData("""{"numbers": {}}""", "$.numbers", "write a list")]
    [InlineData("""{"numbers": [null]}""", "$.numbers[0]", "take the entry out")]
    [InlineData("""{"numbers": [{"id": "a", "number": "+380441234567"}]}""", "$.numbers[0].leadsTo", "add it")]
    [InlineData("""{"employees": [{"id": "a", "surname": "x"}]}""", "$.employees[0].givenName", "add it")]
    [InlineData("""{"limits": {"maxLiveCalls": "many"}}""", "$.limits.maxLiveCalls", "write a whole number")]
    [InlineData("""{"limits": {"maxLiveCalls": 1.5}}""", "$.limits.maxLiveCalls", "write a whole number")]
    [InlineData("""{"limits": {"maxLiveCalls": 99999999999}}""", "$.limits.maxLiveCalls", "write a whole number")]
    [InlineData(
        """{"employees": [{"id": "a", "surname": "x", "givenName": "y", "startsReady": "yes"}]}""",
        "$.employees[0].startsReady", "true or false")]
    [InlineData(
        """{"departments": [{"id": "a", "name": "x", "strategy": "longestidle"}]}""",
        "$.departments[0].strategy", "did you mean \"longestIdle\"?")]
    [InlineData("""{"departments": [{"id": "a", "name": "x", "strategy": 1}]}""", "$.departments[0].strategy", "\"ringAll\"")]
    [InlineData(
        """{"departments": [{"id": "a", "name": "x", "ringSeconds": null}]}""",
        "$.departments[0].ringSeconds", "leave the property out")]
    public void Each_difference_of_shape_gives_its_error(string json, string path, string remedy)
    {
        var (_, errors) = DocumentReader.Read(Encoding.UTF8.GetBytes(json));
        var error = Assert.Single(errors);
        Assert.Equal(path, error.Path);
        Assert.Contains(remedy, error.Remedy);
    }

    [Fact]
    public void All_differences_are_reported_at_once()
    {
        var (document, errors) = DocumentReader.Read("""
            {"nam": "x", "timeZone": 1, "numbers": [{"id": 1}, 7], "limits": {"maxClients": true, "other": 1}}
            """u8.ToArray());
        Assert.Null(document);
        Assert.Equal(
            [
                "$.limits.maxClients", "$.limits.other", "$.nam", "$.numbers[0].id", "$.numbers[0].leadsTo", "$.numbers[0].number",
                "$.numbers[1]", "$.timeZone",
            ],
            errors.Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_longest_wait_of_null_waits_without_end()
    {
        var (document, errors) = DocumentReader.Read("""{"departments": [{"id": "a", "name": "x", "maxWaitSeconds": null}]}"""u8.ToArray());
        Assert.Empty(errors);
        Assert.Null(document!.Departments[0].MaxWaitSeconds);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Empty(DocumentReader.Read(Encoding.UTF8.Preamble.ToArray().Concat(SampleDocument.Json).ToArray()).Errors);

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var json = string.Concat(Enumerable.Repeat("""{"name":""", 10_000));
        Assert.Single(DocumentReader.Read(Encoding.UTF8.GetBytes(json)).Errors);
    }

    [Fact]
    public void A_value_is_never_repeated_in_an_error()
    {
        var json = """
            {"sipAccounts": [{"username": "a", "password": {"x": "secret-in-the-wrong-place"}}, "secret-in-the-wrong-place"]}
            """u8;
        var (_, errors) = DocumentReader.Read(json.ToArray());
        Assert.Equal(2, errors.Count);
        Assert.DoesNotContain(errors, error => error.ToString().Contains("secret-in-the-wrong-place", StringComparison.Ordinal));
    }
}
