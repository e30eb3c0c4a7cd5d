namespace CallCenter.Engine.Routing;

/// <summary>From where in the configuration a call got its destination.</summary>
internal enum RouteOrigin : byte
{
    None, SmartForwarding, Number, Extension, Full, TimeOut, NoOneSignedIn, AllNotReady, MenuKey, MenuExtension, MenuOtherwise, MenuUnheard,
}

/// <summary>
/// Where a call stands in the destinations of the configuration: an origin and how many times "otherwise" was taken from there. Kept
/// instead of the destination itself, so that a new configuration applies to live calls from their next step on.
/// </summary>
/// <param name="Steps">Destinations entered without a real wait between them; bounds loops.</param>
internal readonly record struct RoutePoint(RouteOrigin Origin, int Otherwise, int Steps);
