using System.Numerics;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Departments;

/// <summary>
/// What a choice asks of every member, side by side in memory and by the member's position: who is free, and since when. Measured with
/// 200 members and one call at a time, as on a quiet machine: walking through employees, states and contacts was a fifth of the CPU of
/// the engine, nearly all of it cache misses; these are four words of bits and one array. Derived from the members' state, kept
/// by <see cref="Headcount"/>.
/// </summary>
internal sealed class Standings(int members)
{
    private readonly ulong[] _free = new ulong[(members + 63) / 64];
    private readonly ulong[] _ringable = new ulong[(members + 63) / 64];
    private readonly long[] _idleSince = new long[members];

    /// <summary>Copies the bits of those who are free.</summary>
    public void CopyFree(ref ulong[] to)
    {
        if (to.Length < _free.Length) to = new ulong[_free.Length];
        _free.CopyTo(to, 0);
    }

    public int Words => _free.Length;

    /// <summary>Those of a word who may be rung whatever the time and the trunks: they have a phone at hand and no rest ahead.</summary>
    public ulong Ringable(int word) => _ringable[word];

    public long IdleSince(int position) => _idleSince[position];

    public void Set(int position, Employee employee)
    {
        bool free = employee.IsFree;
        Set(_free, position, free);
        // A rest that was over when his state began stays over; all others are looked at when somebody is chosen.
        Set(_ringable, position, free && employee.HasFixed && employee.RestUntil <= employee.State.Since);
        _idleSince[position] = employee.IdleSince;
    }

    /// <summary>Takes the lowest bit out of a word and gives its position.</summary>
    public static int TakeLowest(ref ulong bits)
    {
        int bit = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return bit;
    }

    private static void Set(ulong[] bits, int position, bool on)
    {
        ulong bit = 1UL << (position & 63);
        if (on) bits[position >> 6] |= bit;
        else bits[position >> 6] &= ~bit;
    }
}

/// <summary>An employee's place among the members of a department.</summary>
internal readonly record struct Membership(Department Department, int Position);
