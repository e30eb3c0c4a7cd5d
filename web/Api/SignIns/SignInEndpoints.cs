using System.ComponentModel;
using CallCenter.Abstractions.Secrets;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.SignIns;

/// <summary>The new password.</summary>
public sealed record PasswordRequest(string? Password);

/// <summary><c>/api/v1/sign-ins</c>: passwords, for administrators.</summary>
public static class SignInEndpoints
{
    public static void MapSignIns(this RouteGroupBuilder api) =>
        api.MapPut("/sign-ins/{name}/password", SetPassword).Needs(Rights.Administer)
            .WithName("setPassword").WithTags("SignIns")
            .WithSummary("Sets a new password")
            .WithDescription("The name is an employee's e-mail, or admin. "
                + "Whatever was signed in with the old password is signed out at once.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 404, 422)
            .WithExample("""{ "password": "a long sentence is best" }""")
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"password\":\"a long sentence is best\"}' \"$URL/api/v1/sign-ins/olena@example.com/password\"");

    private static readonly ProblemError WrongLength = new(
        "$.password", "Has the wrong length.", $"{SignInPassword.Shortest} to {SignInPassword.Longest} characters.");

    private static readonly ProblemError WrongText = new(
        "$.password", "Contains a line break or another control character.", "Letters, digits, signs and spaces.");

    private static async Task<IResult> SetPassword(
        [Description("E-mail of an employee, or admin.")] string name, PasswordRequest request, HttpContext context,
        PasswordChange passwords)
    {
        if (SignInPassword.FaultOf(request.Password) is { } fault)
            return ProblemKinds.InvalidValue.With("The password was not set.", [fault == PasswordFault.Length ? WrongLength : WrongText]);
        return await passwords.Set(context, name, request.Password!)
            ? Results.NoContent()
            : ProblemKinds.NoSuchSignIn.With(
                $"Nobody signs in as \"{name}\". Employees sign in with their e-mail; the configuration holds it.");
    }
}
