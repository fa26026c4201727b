using FsCheck.Xunit;

namespace AttributionLedger.Tests;

// The attributes that these build on do not take the place in the source that xUnit would hand on.
#pragma warning disable xUnit3003

/// <summary>On how many random cases each property of a class is tried.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DeeplyAttribute : PropertiesAttribute
{
    public DeeplyAttribute(int usual, int deep) => MaxTest = Depth.Of(usual, deep);
}

/// <summary>A property that is tried on a number of cases of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DeepPropertyAttribute : PropertyAttribute
{
    public DeepPropertyAttribute(int usual, int deep) => MaxTest = Depth.Of(usual, deep);
}
