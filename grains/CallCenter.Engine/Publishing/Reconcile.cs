using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Publishing;

/// <summary>Brings employees and departments in line with a newly published document; those that stay keep their state.</summary>
internal static class Reconcile
{
    public static void Apply(ProjectState state, ConfigurationPublished e, long at)
    {
        state.Version = e.Version;
        Rebuild(state, e.Document, at);
        state.Clients.Trim(e.Document.Limits.MaxClients);
        state.Touched.Clear();
        state.Touched.AddAll(state.DepartmentsInOrder);
    }

    /// <summary>1. Look-ups. 2. Employees. 3. Departments with their members. 4. Phones. 5. Counts. 6. Which calls may be rung.</summary>
    public static void Rebuild(ProjectState state, ProjectConfiguration document, long at)
    {
        state.Use(document);
        state.Trunks.Configure(document.Trunks);
        state.Outgoing.Configure(document, state.Calls.Values, at);
        ConfigureEmployees(state, document, at);
        ConfigureDepartments(state, document);
        state.Phones.Configure(state.Directory, state.EmployeesInOrder);
        foreach (var employee in state.EmployeesInOrder)
        {
            employee.DepartmentIds = [.. employee.Departments.Select(department => department.Id)];
            employee.Counted = default;
            Headcount.Refresh(employee, state.Touched);
        }
        foreach (var call in state.Calls.Values) call.Queue?.Reopen(call);
    }

    private static void ConfigureEmployees(ProjectState state, ProjectConfiguration document, long at)
    {
        state.EmployeesInOrder.Clear();
        var kept = new HashSet<EmployeeId>();
        foreach (var configuration in document.Employees)
        {
            var id = new EmployeeId(configuration.Id);
            if (!kept.Add(id)) continue;
            if (!state.Employees.TryGetValue(id, out var employee)) state.Employees[id] = employee = Begin(state, id, at);
            employee.Configure(configuration);
            state.EmployeesInOrder.Add(employee);
        }
        foreach (var gone in state.Employees.Keys.Where(id => !kept.Contains(id)).ToArray())
        {
            state.Deadlines.Remove(state.Employees[gone].Deadline);
            state.Employees.Remove(gone);
        }
    }

    /// <summary>Someone who comes back may have calls live that he dialled before he went.</summary>
    private static Employee Begin(ProjectState state, EmployeeId id, long at)
    {
        var employee = new Employee(id, state.Trunks, at);
        for (var call = state.CallsInOrder.First; call is not null; call = call.Next)
        {
            if (call.Arrived.Line.Account is not null && call.Arrived.CallerEmployee == id) employee.Dialled.Add(call.Id);
        }
        return employee;
    }

    private static void ConfigureDepartments(ProjectState state, ProjectConfiguration document)
    {
        state.DepartmentsInOrder.Clear();
        var kept = new HashSet<DepartmentId>();
        foreach (var configuration in document.Departments)
        {
            var id = new DepartmentId(configuration.Id);
            if (!kept.Add(id)) continue;
            if (!state.Departments.TryGetValue(id, out var department)) state.Departments[id] = department = new Department(id);
            department.Configure(configuration, state.Employees);
            state.DepartmentsInOrder.Add(department);
        }
        foreach (var gone in state.Departments.Keys.Where(id => !kept.Contains(id)).ToArray()) state.Departments.Remove(gone);
    }
}
