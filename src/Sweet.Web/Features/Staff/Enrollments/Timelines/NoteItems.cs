using Sweet.Domain.Staff;

namespace Sweet.Web.Features.Staff.Enrollments.Timelines;

internal static class NoteItems
{
    /// <param name="names">Of staff, by their ids.</param>
    public static TimelineItem Of(StaffNote note, IReadOnlyDictionary<string, string> names) =>
        new(note.WrittenAtUtc, TimelineGroup.Notes, "Note", names.GetValueOrDefault(note.WrittenBy ?? "") ?? "staff")
        {
            Rest = note.RemovedAtUtc is null ? null : "removed",
            Said = note.Text,
            IsTakenBack = note.RemovedAtUtc is not null,
            NoteId = note.Id,
        };
}
