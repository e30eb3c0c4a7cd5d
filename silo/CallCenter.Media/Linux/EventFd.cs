using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CallCenter.Media.Linux;

/// <summary>Ends the wait of another thread (eventfd). Many signals before it looks are one.</summary>
internal sealed unsafe class EventFd : IDisposable
{
    public EventFd()
    {
        Descriptor = LibC.CreateEventFd(0, LibC.EventFdNonBlocking | LibC.EventFdCloseOnExec);
        if (Descriptor < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public int Descriptor { get; }

    /// <summary>From any thread.</summary>
    public void Signal()
    {
        var one = 1UL;
        _ = LibC.Write(Descriptor, &one, sizeof(ulong));
    }

    /// <summary>By the thread that was woken, before it looks what for.</summary>
    public void Clear()
    {
        ulong count;
        _ = LibC.Read(Descriptor, &count, sizeof(ulong));
    }

    public void Dispose() => _ = LibC.Close(Descriptor);
}
