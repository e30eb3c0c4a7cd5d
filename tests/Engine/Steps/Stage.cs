using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Steps;

/// <summary>A scene whose caller is alone with us, and what he does there.</summary>
internal static class Stage
{
    public static ProjectConfiguration With(this ProjectConfiguration document, params MenuConfiguration[] menus) =>
        document.LeadingTo(new Destination(Menu: menus[0].Id)) with { Menus = menus };

    public static MenuConfiguration Menu(string id, params (string Key, Destination LeadsTo)[] keys) =>
        new() { Id = id, Name = id, Keys = [.. keys.Select(key => new MenuKey(key.Key, key.LeadsTo))] };

    public static CallId CallAnchored(this Scene scene, string from = Scene.Client) => Assert.IsType<CallReceived>(
        scene.Do(new ReceiveCall(
            new CallLine("kyivstar", null), from, null, Documents.MainNumber, Scene.Facts, CanAnchor: true))).Call;

    /// <summary>Whatever he is being told is said to its end.</summary>
    public static void Hears(this Scene scene, CallId call)
    {
        var (step, attempt) = (0, 0);
        foreach (var happened in scene.History.Select(one => one.Event))
        {
            if (happened is StepBegan began && began.Call == call) (step, attempt) = (began.Number, 1);
            if (happened is StepRepeated again && again.Call == call) attempt = again.Attempt;
        }
        Assert.IsType<Accepted>(scene.Do(new ReportSpoken(call, step, attempt)));
    }

    public static void Presses(this Scene scene, CallId call, string keys)
    {
        foreach (char key in keys) Assert.IsType<Accepted>(scene.Do(new ReportKey(new LegId(call, 0), key)));
    }

    public static string[] Says(this Scene scene) => [.. scene.Effect<Speak>().Prompts.Select(one => one.Own ?? one.Name)];
}
