using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Employees;

/// <summary>The bindings of one SIP account, as the registrar reported them last.</summary>
internal sealed class Phone
{
    public Phone(string account) => Deadline = new Deadline(DeadlineKind.Phone, 0, account, this);

    public string Account => Deadline.Key;
    public IReadOnlyList<PhoneBinding> Bindings { get; set; } = [];
    public Deadline Deadline { get; }

    /// <summary>It can be rung somewhere.</summary>
    public bool IsReachable
    {
        get
        {
            foreach (var binding in Bindings)
            {
                if (!binding.IsLost) return true;
            }
            return false;
        }
    }

    public long? Due
    {
        get
        {
            long? due = null;
            foreach (var binding in Bindings)
            {
                if (due is null || binding.ExpiresAt < due) due = binding.ExpiresAt;
            }
            return due;
        }
    }
}
