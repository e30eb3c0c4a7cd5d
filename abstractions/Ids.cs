namespace CallCenter.Abstractions;

/// <summary>One call center (a tenant). Chosen by the administrator, e.g. <c>main</c>.</summary>
[GenerateSerializer, Immutable]
public readonly record struct ProjectId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One call, counted 1, 2, 3 … within its project; never used again.</summary>
[GenerateSerializer, Immutable]
public readonly record struct CallId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One leg of a call. Number 0 is the leg of whoever called; the legs we rang are 1, 2, 3 … in the order they were rung.</summary>
public readonly record struct LegId(CallId Call, int Number)
{
    public bool IsCaller => Number == 0;
    public override string ToString() => $"{Call}.{Number}";
}

/// <summary>The key of an employee in the configuration document, e.g. <c>olena</c>.</summary>
[GenerateSerializer, Immutable]
public readonly record struct EmployeeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The key of a department in the configuration document, e.g. <c>sales</c>.</summary>
[GenerateSerializer, Immutable]
public readonly record struct DepartmentId(string Value)
{
    public override string ToString() => Value;
}
