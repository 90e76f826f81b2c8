using System.ComponentModel.DataAnnotations;
using Sweet.Domain;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>All of a cohort, as it is typed.</summary>
public sealed class CohortForm
{
    public const string First = "first";
    public const string Second = "second";
    public const string LayOut = "lay out";
    public const string AddClass = "add";
    public const string Read = "read";
    public const string Enter = "enter";

    [Display(Name = "Course")]
    public string? CourseId { get; set; }

    [Display(Name = "First date")]
    public string? FirstDate { get; set; }

    [Display(Name = "From")]
    public string? From { get; set; }

    [Display(Name = "Minutes")]
    public string? Minutes { get; set; }

    [Display(Name = "Every")]
    public string? Weekday { get; set; }

    [Display(Name = "Classes")]
    public string? Count { get; set; }

    [Display(Name = "Skip these dates", Description = "For example holidays, with commas between: March 16, March 30")]
    public string? Skip { get; set; }

    [Display(Name = "Time zone"), Required(ErrorMessage = "Choose a time zone")]
    public string? TimeZone { get; set; }

    public List<MeetingForm> Meetings { get; set; } = [];

    [Display(Name = "Join link", Description = "For every class that has none of its own. Only enrolled students see it.")]
    public string? JoinUrl { get; set; }

    [Display(Name = "Capacity"), Required(ErrorMessage = "Enter how many seats there are")]
    public string? Capacity { get; set; }

    [Display(Name = "Minimum")]
    public string? Minimum { get; set; }

    [Display(Name = "Decide by")]
    public string? DecideOn { get; set; }

    [Display(Name = "Price"), Required(ErrorMessage = "Enter the price")]
    public string? Price { get; set; }

    [Display(Name = "Early price")]
    public string? EarlyPrice { get; set; }

    [Display(Name = "Early until")]
    public string? EarlyUntil { get; set; }

    /// <summary>Of an hour that the clock shows twice: "first" or "second".</summary>
    [Display(Name = "Which of the two hours (early price)")]
    public string? EarlyUntilWhich { get; set; }

    [Display(Name = "Registration from")]
    public string? Opens { get; set; }

    [Display(Name = "Which of the two hours (from)")]
    public string? OpensWhich { get; set; }

    [Display(Name = "Registration until")]
    public string? Closes { get; set; }

    [Display(Name = "Which of the two hours (until)")]
    public string? ClosesWhich { get; set; }

    [Display(Name = "WhatsApp group")]
    public string? WhatsAppUrl { get; set; }

    /// <summary>Of a copy: the first date that the other dates belong to. They move with it.</summary>
    public string? DatesFor { get; set; }

    /// <summary>A print of the line that the classes were laid out by.</summary>
    public string? Laid { get; set; }

    /// <summary>Of a new cohort: the same form sent twice makes one.</summary>
    [StringLength(RandomText.TokenLength, ErrorMessage = "Open this page again: its form is not as we sent it")]
    public string? Key { get; set; }

    /// <summary>Of an edited cohort: the version that the form shows.</summary>
    public int? Version { get; set; }

    public string? Base { get; set; }

    /// <summary>The button, where it does not save.</summary>
    public string? Act { get; set; }

    /// <summary>"all" or "none", once it has been asked who is told.</summary>
    public string? Tell { get; set; }

    [Display(Name = "A sentence to add"), DataType(DataType.MultilineText)]
    [StringLength(CohortNews.SentenceMaxLength, ErrorMessage = "Shorten the sentence to {1} characters")]
    public string? Sentence { get; set; }

    /// <summary>Fields with a moment that the clock shows twice.</summary>
    internal HashSet<string> Doubled { get; } = new(StringComparer.Ordinal);

    /// <summary>To be read without a change: reading drops rows that are empty.</summary>
    internal CohortForm Copy()
    {
        var copy = (CohortForm)MemberwiseClone();
        copy.Meetings = [.. Meetings];
        return copy;
    }

    /// <summary>What two versions are compared by.</summary>
    internal IReadOnlyList<FormField> Fields() =>
    [
        new(nameof(TimeZone), "Time zone", TimeZone),
        .. Meetings.Index().SelectMany(row => FieldsOf(row.Index, row.Item)),
        new(nameof(JoinUrl), "Join link", JoinUrl),
        new(nameof(Capacity), "Capacity", Capacity),
        new(nameof(Minimum), "Minimum", Minimum),
        new(nameof(DecideOn), "Decide by", DecideOn),
        new(nameof(Price), "Price", Price),
        new(nameof(EarlyPrice), "Early price", EarlyPrice),
        new(nameof(EarlyUntil), "Early until", EarlyUntil),
        new(nameof(EarlyUntilWhich), "Early until, which of two hours", EarlyUntilWhich),
        new(nameof(Opens), "Registration from", Opens),
        new(nameof(OpensWhich), "Registration from, which of two hours", OpensWhich),
        new(nameof(Closes), "Registration until", Closes),
        new(nameof(ClosesWhich), "Registration until, which of two hours", ClosesWhich),
        new(nameof(WhatsAppUrl), "WhatsApp group", WhatsAppUrl),
    ];

    private static IEnumerable<FormField> FieldsOf(int index, MeetingForm row)
    {
        var (name, label) = ($"{nameof(Meetings)}[{index}]", $"Class {index + 1}");
        yield return new($"{name}.{nameof(row.Date)}", $"{label}, date", row.Date);
        yield return new($"{name}.{nameof(row.From)}", $"{label}, from", row.From);
        yield return new($"{name}.{nameof(row.To)}", $"{label}, to", row.To);
        yield return new($"{name}.{nameof(row.Which)}", $"{label}, which of two hours", row.Which);
        yield return new($"{name}.{nameof(row.WhichEnd)}", $"{label}, which of two hours at its end", row.WhichEnd);
        yield return new($"{name}.{nameof(row.JoinUrl)}", $"{label}, join link", row.JoinUrl);
    }
}
