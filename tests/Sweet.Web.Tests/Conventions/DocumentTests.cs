using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Conventions;

/// <summary>Documents say only what is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_test_that_a_document_names_exists()
    {
        var there = SourceFiles.In("tests", ".cs").Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet(StringComparer.Ordinal);

        var named = SourceFiles.In("docs", ".md").SelectMany(file => Named().Matches(file.Text), (file, match) => (file.Path, match.Groups["name"].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(n => !there.Contains(n.Value)).Select(n => $"{n.Path}: {n.Value}").Distinct());
    }

    [GeneratedRegex(@"`(?<name>\w+Tests)(\.\w+)?`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();
}
