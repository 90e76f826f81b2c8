namespace Sweet.Web.Features.Staff.Shared.Versions;

/// <summary>
/// Two people changed the same version: what only one of them changed is together already, and only where both did, each to
/// something else, a person chooses.
/// </summary>
public static class MergedForm
{
    /// <param name="prints">Of the version that both began with.</param>
    public static IReadOnlyList<MergedField> Of(string? prints, IReadOnlyList<FormField> mine, IReadOnlyList<FormField> saved)
    {
        var before = FormField.ReadPrints(prints);
        var theirs = saved.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var ours = mine.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return [.. mine.Concat(saved.Where(f => !ours.ContainsKey(f.Name))).Select(f => Merge(
            ours.GetValueOrDefault(f.Name) ?? f with { Value = null, Words = null },
            theirs.GetValueOrDefault(f.Name) ?? f with { Value = null, Words = null },
            before.GetValueOrDefault(f.Name, FormField.Print(""))))];
    }

    private static MergedField Merge(FormField ours, FormField theirs, string before)
    {
        var (mine, saved) = (ours.Text, theirs.Text);
        var origin = mine == saved ? FieldOrigin.Same
            : FormField.Print(mine) == before ? FieldOrigin.Saved
            : FormField.Print(saved) == before ? FieldOrigin.Mine
            : FieldOrigin.Differs;
        return new MergedField(ours.Name, ours.Label, mine, saved, origin) { MineInWords = ours.Shown, SavedInWords = theirs.Shown };
    }
}

public enum FieldOrigin
{
    Same,
    Mine,
    Saved,
    Differs,
}

public sealed record MergedField(string Name, string Label, string Mine, string Saved, FieldOrigin Origin)
{
    public required string MineInWords { get; init; }

    public required string SavedInWords { get; init; }

    /// <summary>Means nothing while a person has to choose.</summary>
    public string Value => Origin == FieldOrigin.Mine ? Mine : Saved;

    public string ValueInWords => Origin == FieldOrigin.Mine ? MineInWords : SavedInWords;

    public string Id => Name.Replace('[', '-').Replace(']', '-').Replace('.', '-');
}

/// <param name="Name">Of what is edited: "IPT, January 12, 2027".</param>
/// <param name="Address">Of its page, and where the form is posted.</param>
/// <param name="By">Who saved meanwhile: a name, or <see cref="You"/>.</param>
/// <param name="Version">The saved one: what is sent from this page is compared with it.</param>
public sealed record ConflictPage(string Name, string Address, string By, int Version, IReadOnlyList<MergedField> Fields)
{
    /// <summary>Who saved meanwhile, where it is the reader: in another tab.</summary>
    public const string You = "you";

    public required string Base { get; init; }

    private bool IsOwn => By == You;

    public string Heading => IsOwn ? "You saved this in another tab while you were typing" : $"{By} saved this while you were typing";

    /// <summary>Whose a value is that was typed.</summary>
    public string FromHere => IsOwn ? "this tab" : You;

    /// <summary>Whose a value is that is saved.</summary>
    public string FromThere => IsOwn ? "the other tab" : By;

    public IEnumerable<MergedField> Differing => Fields.Where(f => f.Origin == FieldOrigin.Differs);

    public IEnumerable<MergedField> FromOne => Fields.Where(f => f.Origin is FieldOrigin.Mine or FieldOrigin.Saved);

    public IEnumerable<MergedField> Together => Fields.Where(f => f.Origin != FieldOrigin.Differs);

    public int Choices => Differing.Count();
}
