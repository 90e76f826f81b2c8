using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.RosterTransfers;

/// <summary>Moves the people of a page one after the other, each in a transaction of its own: who cannot move stops nobody else.</summary>
public sealed partial class TransferChosen(SweetDbContext db, TransferStudent transferStudent, ILogger<TransferChosen> log)
{
    public async Task<RosterTransferOutcome> From(int cohortId, RosterTransferForm form, Actor by, CancellationToken ct)
    {
        var asked = form.Everyone();
        var people = await db.Enrollments.Where(e => e.CohortId == cohortId && asked.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
        var refused = form.Staying().ToList();
        foreach (var person in form.Moving().Where(p => people.Contains(p.Id)))
        {
            // Whoever closes the page has pressed the button: the others move all the same.
            if (await Move(person, form, by, CancellationToken.None) is { } refusal)
                refused.Add(new PersonRefused(person.Id, refusal));
        }

        return new RosterTransferOutcome(form.To, people, refused);
    }

    private async Task<TransferRefusal?> Move(PersonSeen person, RosterTransferForm form, Actor by, CancellationToken ct)
    {
        // The reason belongs in the history of those for whom something is waived.
        var waivedBecause = person.DueMinor > 0 ? form.WaivedBecause : null;
        try
        {
            var result = await transferStudent.Transfer(person.Id, form.To, person.DueMinor, waivedBecause, by, ct);
            return result.IsFound ? result.Refusal : TransferRefusal.NotOpen;
        }
        catch (Exception exception) when (exception.LetsOthersGoOn())
        {
            // The page afterward finds no new seat, and says so.
            Failed(person.Id, form.To, exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Enrollment {EnrollmentId} could not be moved to cohort {CohortId}")]
    private partial void Failed(int enrollmentId, int cohortId, Exception exception);
}
