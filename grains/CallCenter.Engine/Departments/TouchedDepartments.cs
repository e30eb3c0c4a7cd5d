namespace CallCenter.Engine.Departments;

/// <summary>The departments in which something happened in this turn that may let a waiting call be rung or flow out.</summary>
internal sealed class TouchedDepartments
{
    private readonly List<Department> _departments = [];

    public int Count => _departments.Count;
    public Department this[int index] => _departments[index];

    public void Add(Department department)
    {
        if (department.IsTouched) return;
        department.IsTouched = true;
        _departments.Add(department);
    }

    public void AddAll(List<Department> departments)
    {
        foreach (var department in departments) Add(department);
    }

    public void RemoveAt(int index)
    {
        _departments[index].IsTouched = false;
        _departments.RemoveAt(index);
    }

    public void Clear()
    {
        foreach (var department in _departments) department.IsTouched = false;
        _departments.Clear();
    }
}
