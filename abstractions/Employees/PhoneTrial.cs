namespace CallCenter.Abstractions.Employees;

/// <summary>What came of ringing a phone to try it.</summary>
/// <param name="Status">
/// The SIP status: below 200 it rings, 200 when it was picked up before it said so, else why it does not ring; 480: no phone is registered
/// that could, 408: it says nothing.
/// </param>
/// <param name="Reason">Its words.</param>
public sealed record PhoneTrial(int Status, string Reason)
{
    public const int NotRegistered = 480;

    public bool Rings => Status < 300;
}
