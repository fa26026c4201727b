using System.Text;
using System.Text.Json;
using AttributionLedger.Moments;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AttributionLedger.CommandLine;

/// <summary>Where the commands write: tables for people and JSON for programs on standard output, everything else on standard error.</summary>
internal static class Terminal
{
    /// <summary>Columns of a table: what fits beside another window, in a message and on paper.</summary>
    private const int Width = 100;

    /// <summary>A first column of ids up to this wide stays on one line.</summary>
    private const int NarrowLimit = 22;

    private static readonly JsonSerializerOptions Json = new(ShapeJson.Options) { WriteIndented = true };

    private static readonly Lazy<TextWriter> Out = new(() => new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });

    private static readonly bool Plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    public static void Line(string text = "", bool strong = false) =>
        Write(new Text(text, strong ? new Style(decoration: Decoration.Bold) : Style.Plain));

    /// <summary>Text that is to be copied, which no width breaks.</summary>
    public static void Whole(string text) => Out.Value.WriteLine(text);

    // Rendered apart, so that no line ends in the blanks that fill a column up.
    private static void Write(IRenderable what)
    {
        using var rendered = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Plain ? AnsiSupport.No : AnsiSupport.Yes, ColorSystem = Plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(rendered)
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(what);
        foreach (var line in rendered.ToString().TrimEnd().Split('\n')) Out.Value.WriteLine(line.TrimEnd());
    }

    /// <summary>A table whose first row is its heading; cells are text, never markup.</summary>
    public static void Table(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.ToList();
        var narrow = cells.Select(row => row[0].Length).DefaultIfEmpty().Max() <= NarrowLimit;
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var (column, i) in heading.Select((column, i) => (column, i)))
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { NoWrap = i == 0 && narrow });
        foreach (var row in cells) table.AddRow(row.Select(cell => (IRenderable)new Text(cell)));
        Write(table);
    }

    public static void WriteJson<T>(T shape)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, shape, Json);
        output.Write("\n"u8);
    }

    public static void Error(string message) => Console.Error.WriteLine($"ledger: {message}");

    /// <summary>A time in the incident's zone with its offset; the newsroom's, where it is set, second.</summary>
    public static string Time(DateTimeOffset at, string zone) =>
        Environment.GetEnvironmentVariable(Newsroom.ZoneVariable) is { Length: > 0 } newsroom && newsroom != zone
            ? $"{Zones.Show(at, zone)} ({Zones.Show(at, newsroom)})" : Zones.Show(at, zone);

    /// <summary>Notes on standard error: on a terminal each overwrites the last, elsewhere nothing is said.</summary>
    public static ProgressLine Progress() => new(!Console.IsErrorRedirected);
}

/// <summary>One line of progress, on a terminal only.</summary>
internal sealed class ProgressLine(bool shown) : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private DateTime last;
    private bool written;

    public void Report(string text, bool force = false)
    {
        if (!shown || (!force && DateTime.UtcNow - last < Often)) return;
        last = DateTime.UtcNow;
        written = true;
        Console.Error.Write($"\r\u001b[2K{text}");
    }

    public void Dispose()
    {
        if (written) Console.Error.Write("\r\u001b[2K");
    }
}

/// <summary>Reports on the thread that reports; the framework's own hands it to another, after the line was cleared.</summary>
internal sealed class Reporting<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
