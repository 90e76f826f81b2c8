using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.StudentNotes;

/// <summary>Notes of staff about a student: kept, and removed without being lost.</summary>
public sealed class KeepNotes(SweetDbContext db, TimeProvider clock)
{
    /// <returns>False if there is no such enrollment, or its person was erased.</returns>
    public Task<bool> Keep(int enrollmentId, string text, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.Enrollments.Where(e => e.Id == enrollmentId && e.ErasedAtUtc == null).Lock(e => e.Number, ct) == 0)
                    return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (await WasJustKept(enrollmentId, text, by, nowUtc, ct)) return true;

                var enrollment = await db.Enrollments.SingleAsync(e => e.Id == enrollmentId, ct);
                db.StaffNotes.Add(enrollment.Note(text, by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    /// <returns>False if there is no such note.</returns>
    public Task<bool> Remove(int enrollmentId, int noteId, Actor by, CancellationToken ct) =>
        Change(enrollmentId, noteId, (enrollment, note) => enrollment.Remove(note, by, clock.GetUtcNow().UtcDateTime), ct);

    /// <inheritdoc cref="Remove"/>
    public Task<bool> PutBack(int enrollmentId, int noteId, Actor by, CancellationToken ct) =>
        Change(enrollmentId, noteId, (enrollment, note) => enrollment.PutBack(note, by, clock.GetUtcNow().UtcDateTime), ct);

    private Task<bool> Change(int enrollmentId, int noteId, Action<Enrollment, StaffNote> change, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.Enrollments.Where(e => e.Id == enrollmentId && e.ErasedAtUtc == null).Lock(e => e.Number, ct) == 0)
                    return false;
                if (await db.StaffNotes.SingleOrDefaultAsync(n => n.Id == noteId && n.EnrollmentId == enrollmentId, ct) is not { } note)
                    return false;

                var enrollment = await db.Enrollments.SingleAsync(e => e.Id == enrollmentId, ct);
                change(enrollment, note);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    private Task<bool> WasJustKept(int enrollmentId, string text, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var earliest = nowUtc - StaffNote.SameNote;
        return db.StaffNotes.AnyAsync(
            n => n.EnrollmentId == enrollmentId && n.Text == text && n.WrittenBy == by.Reference
                && n.RemovedAtUtc == null && n.WrittenAtUtc > earliest, ct);
    }
}
