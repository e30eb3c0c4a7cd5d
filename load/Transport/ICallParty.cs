namespace CallCenter.Load.Transport;

/// <summary>The person (or test) at one end of a call: told what the other side does. All on the loop's thread.</summary>
public interface ICallParty
{
    /// <summary>The server took our INVITE up (100); may come several times. Most people notice nothing of it.</summary>
    void Trying(CallLeg leg)
    {
    }

    /// <summary>The other side rings; may come several times. Only for calls this party placed.</summary>
    void Rang(CallLeg leg);

    /// <summary>The conversation begins: the other side answered, or confirmed our answer.</summary>
    void Connected(CallLeg leg);

    /// <summary>
    /// A call this party placed was refused with this final status (408 when nobody replied), or given up before its answer; the leg
    /// is over, but for its BYE where the status is 200.
    /// </summary>
    void Failed(CallLeg leg, int status);

    /// <summary>The other side ended the call, answered or not; the leg is over.</summary>
    void HungUp(CallLeg leg);

    /// <summary>
    /// The final status of our BYE (408 when nobody replied), the last that is heard of a leg this party ended. Most people have put the
    /// receiver down.
    /// </summary>
    void Left(CallLeg leg, int status)
    {
    }
}
