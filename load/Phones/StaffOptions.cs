using System.Net;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Phones;

/// <summary>Whose phones there are and how they behave.</summary>
/// <param name="Local">The port that all phones are behind.</param>
/// <param name="Server">Where they register.</param>
/// <param name="Document">The server's configuration, with the passwords of the accounts.</param>
/// <param name="TcpShare">How many of those that register do so over TCP (0 to 1).</param>
internal sealed record StaffOptions(
    IPEndPoint Local, IPEndPoint Server, ProjectConfiguration Document, PhoneHabits Habits, double TcpShare);
