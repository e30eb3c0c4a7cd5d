using System.Reflection;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Tests.Shared;

/// <summary>
/// Makes a sample of any record of the shared language by reflection: every field has another value, so that swapped fields are seen.
/// Sparse samples have null wherever null is allowed and empty lists; full ones have neither. What has few values (flags, enums) may be the
/// same in two fields of one sample, but not in its two variants.
/// </summary>
public sealed class Samples(bool sparse, int variant = 0)
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<Type, int> _few = [];
    private long _next = 1;

    public object Of(Type type)
    {
        if (type == typeof(ProjectConfiguration))
        {
            return Document();
        }
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Parameter)]);
    }

    private object? Parameter(ParameterInfo parameter)
    {
        var mayBeNull = _nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return sparse && mayBeNull ? null : Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
    }

    private object Value(Type type)
    {
        var number = _next++;
        return type switch
        {
            _ when type == typeof(string) => number % 3 == 0 ? new string('я', 200) + number : $"text {number}",
            _ when type == typeof(long) => 1_700_000_000_000 + number,
            _ when type == typeof(int) => number % 2 == 0 ? -(int)number : 1000 + (int)number,
            _ when type == typeof(uint) => uint.MaxValue - (uint)number,
            _ when type == typeof(char) => (char)('0' + (number % 10)),
            _ when type == typeof(bool) => Few(type, 2) == 1,
            _ when type == typeof(byte[]) => new byte[] { 0, 255, (byte)number },
            { IsEnum: true } => Enum.GetValues(type).GetValue(Few(type, Enum.GetValues(type).Length))!,
            { IsGenericType: true } => List(type.GetGenericArguments()[0]),
            _ => Of(type),
        };
    }

    /// <summary>The fields of a type are counted; a variant is a digit of the count.</summary>
    private int Few(Type type, int values)
    {
        var count = _few.GetValueOrDefault(type) + 1;
        _few[type] = count;
        return (variant == 0 ? count : count / values) % values;
    }

    private Array List(Type item)
    {
        var items = Array.CreateInstance(item, sparse ? 0 : 3);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Value(item), i);
        }
        return items;
    }

    private ProjectConfiguration Document() => sparse
        ? new ProjectConfiguration()
        : new ProjectConfiguration
        {
            Name = "Вікна «Прозорі»",
            Numbers = [new NumberConfiguration("main", "+380441234567", null, "Kyiv", new Destination("sales"), 2, true)],
            Departments =
            [
                new DepartmentConfiguration
                {
                    Id = "sales", Name = "Продажі", Strategy = Strategy.InOrder, MaxWaitSeconds = null,
                    Members = [new MemberConfiguration("olena", 2, [new LaterContactPoint("+380501112233", 3)])],
                    FlowOut = new FlowOutConfiguration(Full: new Destination(HangUp: HangUpDestination.Busy)),
                },
            ],
            Employees =
            [
                new EmployeeConfiguration
                {
                    Id = "olena", Surname = "Коваль", GivenName = "Олена", Access = AccessLevel.Supervisor,
                    MainContacts = [new ContactPoint(Account: "olena-desk")], StartsReady = true,
                },
            ],
            SmartForwarding = new SmartForwardingConfiguration([ResponsibleSource.LastTalked], 9),
            Limits = new LimitConfiguration(1, 2, 3, 4, [new DestinationLimit("+1", 5, 6)]),
        };
}
