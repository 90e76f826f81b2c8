using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Messages;
using Sweet.Domain.Persons;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared.Persons;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>Reads everything that is kept about a person, and notes in the history that somebody has taken it away.</summary>
public sealed class CollectPerson(SweetDbContext db, FindPerson persons, CollectEnrollments enrollments, TimeProvider clock)
{
    /// <returns>Null if there is no such enrollment.</returns>
    public Task<CollectedPerson?> Collect(int enrollmentId, Actor by, CancellationToken ct) =>
        db.InTransaction<CollectedPerson?>(
            async transaction =>
            {
                // Whoever erases the person at the same moment takes turns with this.
                if (await db.Enrollments.Where(e => e.Id == enrollmentId).Lock(e => e.Number, ct) == 0) return null;
                if (await persons.Of(enrollmentId, ct) is not { } person) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var parts = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["about"] = new
                    {
                        From = Institute.Name,
                        MadeAtUtc = nowUtc,
                        person.Names,
                        person.Addresses,
                        Note = "Times are in UTC. What opens a page or answers for the person (secret links) is left out.",
                    },
                    ["enrollments"] = await enrollments.Of(person.Ids, ct),
                    ["emails"] = await Emails(person, ct),
                    ["waitlists"] = await Places(person, ct),
                    ["newsAskedFor"] = await Interests(person, ct),
                    ["openRequests"] = await Requests(person, ct),
                };
                var asked = await db.Enrollments.SingleAsync(e => e.Id == enrollmentId, ct);
                asked.RecordDownload(person.Members.Count, by, nowUtc);
                await transaction.SaveAndCommit(ct);
                return new CollectedPerson(asked.Number, parts);
            },
            ct);

    private async Task<object> Emails(Person person, CancellationToken ct)
    {
        var (ids, addresses) = (person.Ids, person.ProvenAddresses);
        var emails = await db.Messages.AsNoTracking().Where(m => m.Recipient != Recipient.Staff)
            .Where(m => (m.EnrollmentId != null && ids.Contains(m.EnrollmentId.Value))
                || (m.EnrollmentId == null && addresses.Contains(m.ToAddress)))
            .OrderBy(m => m.Id).ToListAsync(ct);
        return emails.Select(m => new
        {
            To = m.ToAddress,
            Name = m.ToName,
            Subject = SecretsInText.Without(m.Subject),
            Text = SecretsInText.Without(m.Text),
            HasCalendar = m.Calendar is not null,
            WrittenAtUtc = m.QueuedAtUtc,
            m.SentAtUtc,
            m.DeliveredAtUtc,
            m.ReturnedAtUtc,
            State = m.Status,
            m.Failure,
        }).ToList();
    }

    private async Task<object> Places(Person person, CancellationToken ct)
    {
        var ids = person.PlaceIds;
        var places = await db.WaitlistEntries.AsNoTracking().Include(p => p.Cohort.Course).Include(p => p.History)
            .Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).AsSplitQuery().ToListAsync(ct);
        return places.Select(p => new
        {
            Course = p.Cohort.Course.FullTitle,
            Cohort = p.Cohort.Reference,
            Name = p.FullName,
            p.Email,
            p.AskedAtUtc,
            p.JoinedAtUtc,
            p.OfferedAtUtc,
            p.OfferEndsAtUtc,
            p.EndedAtUtc,
            State = p.Status,
            History = p.History.OrderBy(h => h.Id).Select(CollectEnrollments.Change).ToList(),
        }).ToList();
    }

    private async Task<object> Interests(Person person, CancellationToken ct)
    {
        var keys = person.ProvenKeys;
        return await db.CourseInterests.AsNoTracking().Where(i => keys.Contains(i.EmailKey)).OrderBy(i => i.Id)
            .Select(i => new { Course = i.Course.Title, i.Email, i.AskedAtUtc, i.ConfirmedAtUtc }).ToListAsync(ct);
    }

    private async Task<object> Requests(Person person, CancellationToken ct)
    {
        var keys = person.ProvenKeys;
        return await db.LinkRequests.AsNoTracking().Where(r => keys.Contains(r.EmailKey)).OrderBy(r => r.Id)
            .Select(r => new { r.Email, r.FirstName, r.LastName, r.AskedAtUtc }).ToListAsync(ct);
    }
}
