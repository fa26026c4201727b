using System.Diagnostics;

namespace AttributionLedger.Serving.Logs;

/// <summary>What can be told of a fault without its message, which may hold words of a statement.</summary>
internal static class FaultChains
{
    /// <summary>The fault and what caused it.</summary>
    public static IEnumerable<Exception> Chain(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException) yield return cause;
    }

    /// <summary>Where in the ledger it came up; null where that cannot be said.</summary>
    public static string? Place(Exception fault) => new StackTrace(fault).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith(nameof(AttributionLedger), StringComparison.Ordinal) == true) is { DeclaringType: { } type } method
        // A method that waits is compiled into a type of its own, within its own.
        ? type is { DeclaringType: { } outer, Name: ['<', ..] } ? $"{outer.FullName}.{type.Name[1..type.Name.IndexOf('>')]}" : $"{type.FullName}.{method.Name}"
        : null;
}
