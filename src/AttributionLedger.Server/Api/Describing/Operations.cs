using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace AttributionLedger.Api.Describing;

internal static class Operations
{
    /// <summary>What the line of an operation's table says of it.</summary>
    public static TOperation? Metadata<TOperation>(ApiDescription operation) where TOperation : class =>
        operation.ActionDescriptor.EndpointMetadata.OfType<TOperation>().LastOrDefault();

    /// <summary>Every operation of a kind.</summary>
    public static IEnumerable<TOperation> All<TOperation>(IEnumerable<ApiDescriptionGroup> groups) where TOperation : class =>
        groups.SelectMany(group => group.Items).Select(Metadata<TOperation>).OfType<TOperation>();
}
