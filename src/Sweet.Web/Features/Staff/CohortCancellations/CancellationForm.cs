using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.CohortCancellations;

public sealed class CancellationForm
{
    private Dictionary<int, int>? own;

    [Display(Name = "Why the cohort is canceled", Description = "Everyone who had a seat or was in line reads this in their email.")]
    [Required(ErrorMessage = "Say why, for the people who lose their seat")]
    [DataType(DataType.MultilineText)]
    [StringLength(CohortCancellation.ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }

    [Display(Name = "Note for staff", Description = "No one else reads it.")]
    [StringLength(CohortCancellation.NoteMaxLength / 10, ErrorMessage = "Shorten the note to {1} characters")]
    public string? Note { get; set; }

    /// <summary>The id of the cohort that all move to who have paid; empty: everyone is refunded in full.</summary>
    public string? ForAll { get; set; }

    /// <summary>Another choice for one person.</summary>
    public List<PersonForm> People { get; set; } = [];

    /// <summary>The button that shows what the choices do, and cancels nothing.</summary>
    public bool Show { get; set; }

    /// <summary>How many people lose their seat, typed by hand.</summary>
    [Display(Name = "Number of people")]
    public string? Confirm { get; set; }

    /// <summary>What goes back, as the page has shown it, in minor units.</summary>
    public long? Sum { get; set; }

    /// <summary>How many move, as the page has shown it.</summary>
    public int? Moving { get; set; }

    /// <returns>0 for a refund.</returns>
    internal int ChoiceFor(int enrollmentId) => Own().TryGetValue(enrollmentId, out var cohortId) ? cohortId : Typed.Number(ForAll) ?? 0;

    /// <returns>As it was chosen; empty where the choice for all counts.</returns>
    internal string OwnChoiceFor(int enrollmentId) =>
        Own().TryGetValue(enrollmentId, out var cohortId) ? PersonForm.Choice(enrollmentId, cohortId) : "";

    private Dictionary<int, int> Own() => own ??= People.Select(p => p.Read()).OfType<(int Enrollment, int Cohort)>()
        .DistinctBy(p => p.Enrollment).ToDictionary(p => p.Enrollment, p => p.Cohort);

}

public sealed class PersonForm
{
    /// <summary>The enrollment and the cohort that it moves to, 0 for a refund: "17:3". Empty: as for all.</summary>
    [StringLength(30, ErrorMessage = "Choose again what happens to each person")]
    public string? What { get; set; }

    internal static string Choice(int enrollmentId, int cohortId) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{enrollmentId}:{cohortId}");

    internal (int Enrollment, int Cohort)? Read() =>
        What?.Split(':') is [var enrollment, var cohort] && Typed.Number(enrollment) is { } id && Typed.Number(cohort) is { } to
            ? (id, to) : null;
}
