using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Conventions;

/// <summary>Arrows between rooms go one way: the table in docs/architecture.md is the rule, the sources are held to it.</summary>
public partial class RoomTests
{
    /// <summary>What a newcomer can take in at one look.</summary>
    private const int MostFiles = 14;

    private const string Setup = "Sweet.Web";

    private static readonly Dictionary<string, HashSet<string>> Allowed = ReadTable();

    private static readonly IReadOnlyList<SourceFile> Sources =
        [.. SourceFiles.In("src/Sweet.Web", ".cs", ".cshtml", ".razor").Concat(SourceFiles.In("src/Sweet.Domain", ".cs")).Where(IsOurs)];

    [Fact]
    public void No_room_uses_one_that_the_table_does_not_give_it()
    {
        var strangers = Sources.SelectMany(file => RoomsUsedBy(file)
            .Where(room => !Allowed[RoomOf(NamespaceOf(file))].Contains(room))
            .Select(room => $"{file.Path} uses {room}"));

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_table_names_every_room_and_no_other() =>
        Assert.Equal(
            Sources.Select(file => RoomOf(NamespaceOf(file))).Distinct().Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_leads_back_to_no_room()
    {
        var left = Allowed.ToDictionary(row => row.Key, row => row.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        while (left.FirstOrDefault(row => !row.Value.Overlaps(left.Keys)).Key is { } lowest) left.Remove(lowest);

        Assert.Empty(left.Keys);
    }

    [Fact]
    public void No_folder_holds_more_files_than_one_look_takes_in()
    {
        var full = Sources.GroupBy(file => Path.GetDirectoryName(file.Path)!, StringComparer.Ordinal).Where(folder => folder.Count() > MostFiles);

        Assert.Empty(full.Select(folder => $"{folder.Key}: {folder.Count()}"));
    }

    // What stands beside Program puts the rooms together.
    private static bool IsOurs(SourceFile file) => Path.GetDirectoryName(file.Path) != "src/Sweet.Web";

    private static IEnumerable<string> RoomsUsedBy(SourceFile file)
    {
        var own = RoomOf(NamespaceOf(file));
        return OurNames().Matches(file.Text).Select(name => RoomOf(name.Value)).Where(room => room != own && room != Setup).Distinct(StringComparer.Ordinal);
    }

    private static string NamespaceOf(SourceFile file) =>
        DeclaredNamespace().Match(file.Text) is { Success: true } declared
            ? declared.Groups["name"].Value
            : string.Join('.', Path.GetDirectoryName(file.Path)!.Split('/').Skip(1));

    private static string RoomOf(string name) => name.Split('.') switch
    {
        ["Sweet", "Domain", ..] => "Domain",
        ["Sweet", "Web", "Features", "Public" or "Students" or "Hooks" or "Staff" or "Publishing" or "Shared", ..] parts => $"Features/{parts[3]}",
        ["Sweet", "Web", var room, ..] => room,
        _ => Setup,
    };

    private static Dictionary<string, HashSet<string>> ReadTable() =>
        File.ReadAllLines(Path.Combine(SourceFiles.Root, "docs/architecture.md"))
            .Select(line => Row().Match(line)).Where(row => row.Success)
            .ToDictionary(
                row => row.Groups["room"].Value,
                row => row.Groups["uses"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(room => room != "nothing").ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<room>[A-Za-z/]+)` \| [^|]+ \| (?<uses>[A-Za-z/, ]+) \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bSweet\.(Web|Domain)\b(\.[A-Z]\w*)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OurNames();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DeclaredNamespace();
}
