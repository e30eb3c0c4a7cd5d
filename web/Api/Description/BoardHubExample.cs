namespace CallCenter.Web.Api.Description;

/// <summary>How a wallboard follows the board, for the page <c>/api</c>.</summary>
public static class BoardHubExample
{
    public const string Text = """
        const feed = new signalR.HubConnectionBuilder()
          .withUrl(URL + "/hubs/board", { accessTokenFactory: () => KEY })
          .build();
        let sequence = null;
        feed.on("snapshot", message => { sequence = message.sequence; show(message.board); });
        feed.on("delta", delta => {
          if (delta.to <= sequence) return;                                     // already known
          if (delta.from !== sequence) { feed.invoke("Resume", sequence); return; } // a gap: ask for it
          sequence = delta.to;
          apply(delta);  // departments, employees, calls; removedDepartments, removedEmployees, removedCalls; today
        });
        await feed.start();
        await (sequence === null ? feed.invoke("Subscribe") : feed.invoke("Resume", sequence));
        """;
}
