using System.Security.Claims;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Board;

/// <summary><c>/api/v1/board</c>: the live board as it is now.</summary>
public static class BoardEndpoints
{
    public static void MapBoard(this RouteGroupBuilder api) =>
        api.MapGet("/board", Board).Needs(Rights.WatchWhole)
            .WithName("getBoard").WithTags("Board")
            .WithSummary("The live board as it is now")
            .WithDescription("Departments, employees, live calls and the day's totals. /hubs/board pushes the same as it changes.")
            .Produces<BoardDto>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/board\"");

    private static async Task<BoardDto> Board(ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation) =>
        BoardDto.From(await grains.Project(user.Caller().Project).Board());
}
