using AttributionLedger.Incidents;
using AttributionLedger.Times;
using AttributionLedger.Wordings;

namespace AttributionLedger.Server.Tests.Wordings;

public class TellingWhatWasReversed
{
    [Theory]
    [InlineData("2024-04-25", "on 25 April 2024")]
    [InlineData("2024-04", "in April 2024")]
    [InlineData("2024", "in 2024")]
    [InlineData("2024-04-24T23:30Z", "on 25 April 2024")]
    [InlineData("2024-04-25/2024-05-02", "between 25 April 2024 and 2 May 2024")]
    [InlineData("2024-04-25T01:00Z/2024-04-25T02:00Z", "on 25 April 2024")]
    [InlineData("../2024-04-25", "by 25 April 2024")]
    [InlineData("2024-04/..", "not before April 2024")]
    [InlineData("2024-04-25?", "possibly on 25 April 2024")]
    [InlineData("2024-04~", "probably in April 2024")]
    public void dates_the_speakers_own_by_when_it_was_said_and_no_more_precisely(string edtf, string date)
    {
        var said = WorldTime.Read(edtf, "Asia/Baghdad").ShouldBeOfType<WorldTimeReading.Read>().Time;
        ReversalPhrases.Withdrawn(said).ShouldBe($"withdrawn by the speaker {date}");
        ReversalPhrases.Corrected(Corrector.Speaker, said, DateTimeOffset.UnixEpoch, "Asia/Baghdad").ShouldBe($"corrected by the speaker {date}");
    }

    [Theory]
    [InlineData(Corrector.Outlet, "corrected by the outlet on 3 May 2024")]
    [InlineData(Corrector.Translation, "translation corrected on 3 May 2024")]
    public void dates_those_of_others_by_when_the_desk_had_it_where_the_incident_is(Corrector whose, string phrase) =>
        ReversalPhrases.Corrected(whose, null, new DateTimeOffset(2024, 5, 2, 22, 0, 0, TimeSpan.Zero), "Asia/Baghdad").ShouldBe(phrase);
}
