using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Articles;
using Sweet.Domain.Books;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Pictures;
using Sweet.Domain.Policies;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Refunds;
using Sweet.Domain.Restoring;
using Sweet.Domain.Settlements;
using Sweet.Domain.Staff;
using Sweet.Domain.Transfers;
using Sweet.Domain.Vouchers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data.Faults;

namespace Sweet.Web.Data;

/// <summary>One model for two databases; each has a small context of its own with its migrations.</summary>
public abstract class SweetDbContext(DbContextOptions options) : IdentityDbContext<StaffMember>(options), IDataProtectionKeyContext
{
    private const int EnumMaxLength = 40;

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Cohort> Cohorts => Set<Cohort>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<CourseInterest> CourseInterests => Set<CourseInterest>();

    public DbSet<Enrollment> Enrollments => Set<Enrollment>();

    public DbSet<StaffNote> StaffNotes => Set<StaffNote>();

    public DbSet<AccommodationRequest> AccommodationRequests => Set<AccommodationRequest>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<RetiredLink> RetiredLinks => Set<RetiredLink>();

    public DbSet<LinkRequest> LinkRequests => Set<LinkRequest>();

    public DbSet<WaitlistEntry> WaitlistEntries => Set<WaitlistEntry>();

    public DbSet<TransferOffer> TransferOffers => Set<TransferOffer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<Checkout> Checkouts => Set<Checkout>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentSeries> DocumentSeries => Set<DocumentSeries>();

    public DbSet<BalanceEntry> BalanceEntries => Set<BalanceEntry>();

    public DbSet<Payout> Payouts => Set<Payout>();

    public DbSet<BalanceReading> BalanceReadings => Set<BalanceReading>();

    public DbSet<OpenCase> OpenCases => Set<OpenCase>();

    public DbSet<StripeEvent> StripeEvents => Set<StripeEvent>();

    public DbSet<ReconciliationRun> ReconciliationRuns => Set<ReconciliationRun>();

    public DbSet<Restoration> Restorations => Set<Restoration>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<CohortMessage> CohortMessages => Set<CohortMessage>();

    public DbSet<CohortRecipient> CohortRecipients => Set<CohortRecipient>();

    public DbSet<WorkerLease> WorkerLeases => Set<WorkerLease>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();

    public DbSet<PasskeyUse> PasskeyUses => Set<PasskeyUse>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Set where a form is only shown: whatever would be written then throws <see cref="WriteRefusedException"/>.</summary>
    public bool RefusesWrites { get; set; }

    /// <summary>
    /// The one way to write: begins a transaction that <paramref name="work"/> commits; what is not committed is rolled back.
    /// <paramref name="work"/> may run again after a passing fault, with nothing tracked, so it reads all that it needs itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The work ended with a tracked change that it did not commit. An <c>ExecuteUpdate</c> without a commit is rolled back.
    /// </exception>
    public virtual Task<T> InTransaction<T>(Func<SweetTransaction, Task<T>> work, CancellationToken ct)
    {
        if (RefusesWrites) throw new WriteRefusedException();

        var strategy = Database.CreateExecutionStrategy();
        return strategy.ExecuteAsync(
            async token =>
            {
                ChangeTracker.Clear();
                await using var transaction = await Database.BeginTransactionAsync(token);
                var ours = new SweetTransaction(this, transaction, strategy.RetriesOnFailure ? Guid.NewGuid() : null);
                var result = await work(ours);
                ours.InsistOnCommit();
                await transaction.DisposeAsync();
                await ours.ForgetMark();
                return result;
            },
            ct);
    }

    /// <inheritdoc cref="InTransaction{T}"/>
    public Task InTransaction(Func<SweetTransaction, Task> work, CancellationToken ct) =>
        InTransaction(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            ct);

    /// <summary>
    /// Locks a cohort until the transaction ends: taken before any read, so that what is read afterwards stays true.
    /// Straight on the entity set: an update over a projection may lose updates.
    /// </summary>
    public async Task LockCohort(int cohortId, CancellationToken ct)
    {
        if (!await LockCohort(Cohorts.Where(c => c.Id == cohortId), ct))
            throw new InvalidOperationException($"There is no cohort {cohortId} to lock.");
    }

    /// <inheritdoc cref="LockCohort(int, CancellationToken)"/>
    /// <returns>False if there is no such cohort.</returns>
    public async Task<bool> LockCohort(IQueryable<Cohort> cohort, CancellationToken ct) =>
        await cohort.ExecuteUpdateAsync(set => set.SetProperty(c => c.LockCount, c => c.LockCount + 1), ct) == 1;

    /// <summary>Makes sure that a work has its row, whoever else does so at the same moment.</summary>
    public abstract Task MakeLease(string work, DateTime nowUtc, CancellationToken ct);

    /// <summary>What somebody should change of the database itself, in words; null if nothing.</summary>
    public virtual Task<string?> Complaint(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>As <see cref="LockCohort(int, CancellationToken)"/>, a case that no cohort's lock guards.</summary>
    /// <returns>False if it is resolved by now.</returns>
    public async Task<bool> LockOpenCase(int caseId, CancellationToken ct) =>
        await OpenCases.Where(c => c.Id == caseId && c.ResolvedAtUtc == null).Lock(c => c.Kind, ct) == 1;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        InsistOnRules();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        InsistOnRules();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // What staff did, and what the books say, can be proven only as long as nothing of it can be taken back.
    private void InsistOnRules()
    {
        if (RefusesWrites) throw new WriteRefusedException();
        if (IsTakenBack<HistoryEntry>()) throw new InvalidOperationException("A row of the history is neither changed nor deleted.");
        if (IsTakenBack<Document>()) throw new InvalidOperationException("A document is neither changed nor deleted.");
    }

    private bool IsTakenBack<T>()
        where T : class =>
        ChangeTracker.Entries<T>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SweetDbContext).Assembly);
        StoreTimesAsUtc(builder);
        KeepWhatIsReferredTo(builder);
    }

    private static void StoreTimesAsUtc(ModelBuilder builder)
    {
        var converter = new UtcConverter();
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            if (property.Name.EndsWith("Utc", StringComparison.Ordinal)) property.SetValueConverter(converter);
        }
    }

    // Nothing of ours is deleted by deleting something else.
    private static void KeepWhatIsReferredTo(ModelBuilder builder)
    {
        var ours = builder.Model.GetEntityTypes().Where(t => t.ClrType.Assembly == typeof(Cohort).Assembly);
        foreach (var key in ours.SelectMany(t => t.GetForeignKeys())) key.DeleteBehavior = DeleteBehavior.Restrict;
    }
}
