using System.CommandLine;
using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.Replays;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class ReplayCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<string> Along = Words.Option("--along", "Along which clock: as the desk came to know it, or as it was said.", Course.Known);
    private static readonly Option<string?> From = new("--from") { Description = "The moment to begin at; a day means its beginning where the incident happened." };
    private static readonly Option<string?> To = new("--to") { Description = "The moment to end at; a day means its end. Now, when it is left out." };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the frame of this id." };
    private static readonly Option<int> Speed = new("--speed") { Description = "How many times faster than it happened; a wait is never longer than five seconds. As fast as it can, when it is left out." };

    public static Command Create() => new Command("replay", "Shows an incident unfold: who stands where after everything that changed it. With --json, a frame a line.")
        { Incident, Along, From, To, After, Speed, RulesOption.ByRules }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        if (parsed.Rules() is not { } rules) return RulesOption.Refuse();
        if (parsed.GetResult(Speed) is { Implicit: false } && parsed.GetValue(Speed) is < 1 or > Pace.Fastest)
        {
            Terminal.Error($"--speed takes a number from 1 to {Pace.Fastest}. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        var request = new ReplayRequest(parsed.Word<Course>(Along), parsed.Moments() with { By = rules }, parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(After));
        switch (await ledger.Replays.ReadAsync(parsed.GetRequiredValue(Incident), request, ct))
        {
            case ReplayAnswer.Refused { Rejection: var rejection }: return MomentOptions.Refuse(rejection);
            case ReplayAnswer.Begun begun:
                var screen = new Screen(begun.Zone);
                await using (var output = Console.OpenStandardOutput())
                    await foreach (var frame in new Pace(parsed.GetValue(Speed)).HoldAsync(begun.Frames, ledger.Clock, ct))
                        if (parsed.WantsJson()) await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(frame, ShapeJson.Options).Append((byte)'\n').ToArray(), ct);
                        else if (frame.Changed) screen.Show(frame);
                break;
        }
        return ExitCodes.Done;
    });

    /// <summary>Shows what is another than it was shown last.</summary>
    private sealed class Screen(string zone)
    {
        private HashSet<string> shown = [];

        public void Show(ReplayFrameShape frame)
        {
            var lines = Lines(frame.Reading).ToList();
            Terminal.Line($"{Terminal.Time(frame.At, zone)}  {frame.Reading.Status?.Phrase ?? "nothing on record"}", strong: true);
            foreach (var line in lines.Where(line => !shown.Contains(line))) Terminal.Line($"  {line}");
            shown = [.. lines];
        }

        private static IEnumerable<string> Lines(ReadingShape reading) =>
            reading.Standings.Select(standing => $"{standing.Actor.Name}{(standing.Act is { } act ? $" (for {act})" : "")}: {standing.Phrase}")
                .Concat(reading.Answered.Select(answered => $"{answered.Party.Name}, whom no claim names: {answered.Answer.Phrase}"))
                .Concat(reading.Claims.Where(claim => claim.Actor is null && claim.SupportedBy + claim.DeniedBy > 0).Select(claim => $"{claim.Id}: supported by {claim.SupportedBy}, denied by {claim.DeniedBy}"));
    }
}
