using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Ours;
using AttributionLedger.Composition;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using System.Text.Json;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>From PostgreSQL to the socket by the shortest way: finished JSON by its key, with a prepared command; and a 304 that asks nobody.</summary>
internal static class HandWrittenEndpoint
{
    public const string Command = "hand-written-endpoint";

    private const string ETag = "\"static\"";

    public static async Task<ServerProcess> StartAsync(Arena arena)
    {
        await FillAsync(arena);
        return await ServerProcess.StartAsync(typeof(HandWrittenEndpoint).Assembly.Location, address => [Command, address.ToString().TrimEnd('/')], arena.Connection.ConnectionString, "/health");
    }

    /// <summary>The same JSON that the ledger makes of the same incidents.</summary>
    private static async Task FillAsync(Arena arena)
    {
        await using var ledger = await Ledger.OpenAsync(new(arena.Connection.ConnectionString), new Progress<string>(), CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        await source.RunAsync("create schema pages; create table pages.pages (id text primary key, body text not null)");
        for (var incident = 0; incident < arena.Incidents; incident++)
        {
            var id = MadeUp.IncidentId(incident);
            var shape = IncidentReader.Shape(await ledger.Incidents.ReadAsync(id, new ReadingRequest(Audience: Audience.Publishable), CancellationToken.None));
            await using var insert = source.CreateCommand("insert into pages.pages values ($1, $2)");
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = JsonSerializer.Serialize(shape, ShapeJson.Options) });
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Serves until it is killed.</summary>
    public static async Task<int> ServeAsync(string url)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Ledger.ConnectionVariable))
        {
            NoResetOnClose = true, MaxAutoPrepare = 8, AutoPrepareMinUsages = 1
        }.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.MapGet("/health", () => Results.Ok());
        app.MapGet("/pages/{id}", context => AnswerAsync(context, source));
        app.MapGet("/static", context =>
        {
            context.Response.Headers.ETag = ETag;
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == ETag ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
            return Task.CompletedTask;
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select body from pages.pages where id = $1", connection) { Parameters = { new() { Value = (string)context.Request.RouteValues["id"]! } } };
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) { context.Response.StatusCode = StatusCodes.Status404NotFound; return; }
        var body = reader.GetFieldValue<byte[]>(0);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
