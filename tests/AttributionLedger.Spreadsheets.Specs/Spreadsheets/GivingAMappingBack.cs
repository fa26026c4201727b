using System.Text;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Tables;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Spreadsheets;

public class GivingAMappingBack
{
    [Theory]
    [InlineData("Who,WHO,Remarks")]
    [InlineData("Notes,notes:,Notes")]
    public void is_taken_as_it_was_written_also_of_headings_that_differ_in_nothing_that_counts(string header)
    {
        var table = TableReader.Read(Encoding.UTF8.GetBytes($"incident,said,stance,by,{header}\n"), null, null, heading => Headings.Meaning(heading, Mapping.None) is not null);
        var written = MappingWriter.Write(Mapping.None, Headings.Of(table, Mapping.None), [], table.Encoding, table.Separator);
        MappingReader.Read(written).Errors.ShouldBeEmpty();
    }
}
