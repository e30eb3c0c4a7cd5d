using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CallCenter.Media.Linux;

/// <summary>Waits for many sockets at once (epoll, level-triggered): what is not read comes again.</summary>
internal sealed unsafe class Epoll : IDisposable
{
    /// <summary>How many descriptors one call reports.</summary>
    public const int Most = 256;

    private const int LargestEntryBytes = 16;

    // struct epoll_event is packed on x86 only.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;
    private static readonly int EntryBytes = IsPacked ? 12 : LargestEntryBytes;
    private static readonly int KeyAt = IsPacked ? 4 : 8;

    private readonly int _descriptor;
    private readonly byte* _ready;

    public Epoll()
    {
        _descriptor = LibC.EpollCreate(LibC.EpollCloseOnExec);
        if (_descriptor < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        _ready = (byte*)NativeMemory.AllocZeroed(Most, LargestEntryBytes);
    }

    /// <param name="descriptor">Reported when there is something to read.</param>
    /// <param name="key">What it is reported as.</param>
    /// <exception cref="Win32Exception">The system has no room for another one.</exception>
    public void Add(int descriptor, int key)
    {
        Span<byte> settings = stackalloc byte[LargestEntryBytes];
        settings.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(settings, LibC.EpollIn);
        BinaryPrimitives.WriteInt32LittleEndian(settings[KeyAt..], key);
        fixed (byte* bytes = settings)
        {
            if (LibC.EpollControl(_descriptor, LibC.EpollAdd, descriptor, bytes) < 0)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }
        }
    }

    public void Remove(int descriptor)
    {
        Span<byte> unused = stackalloc byte[LargestEntryBytes];
        fixed (byte* bytes = unused)
        {
            // Fails only for a descriptor that is not in the set, which is what was asked for.
            _ = LibC.EpollControl(_descriptor, LibC.EpollDelete, descriptor, bytes);
        }
    }

    /// <param name="timeoutMs">−1 for ever.</param>
    /// <returns>How many keys <see cref="Key"/> has; 0 after the time, or when a signal came.</returns>
    public int Wait(int timeoutMs)
    {
        var count = LibC.EpollWait(_descriptor, _ready, Most, timeoutMs);
        if (count >= 0)
        {
            return count;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == LibC.Interrupted ? 0 : throw new Win32Exception(error);
    }

    public int Key(int index) => *(int*)(_ready + (index * EntryBytes) + KeyAt);

    public void Dispose()
    {
        _ = LibC.Close(_descriptor);
        NativeMemory.Free(_ready);
    }
}
