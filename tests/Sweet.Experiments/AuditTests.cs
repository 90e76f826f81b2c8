using Microsoft.Data.Sqlite;
using Sweet.Experiments.Support;

namespace Sweet.Experiments;

/// <summary>An audit that finds nothing when something is wrong proves nothing.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task The_audit_sees_what_was_tampered_with()
    {
        await using var experiment = await Experiment.Start(seats: 3);
        foreach (var person in experiment.People(count: 2)) Assert.True((await person.Enroll()).IsEnrolled);
        await experiment.ComesToRest();
        Assert.Empty(experiment.Audit.Violations());

        Assert.Contains("Seats counted wrong", Found("UPDATE Cohorts SET SeatsTaken = 1"), StringComparison.Ordinal);
        Assert.Contains("is settled as", Found("UPDATE Payments SET AmountMinor = 1"), StringComparison.Ordinal);
        Assert.Contains("is settled as", Found("UPDATE Enrollments SET Status = 'Expired'; UPDATE Cohorts SET SeatsTaken = 0"), StringComparison.Ordinal);
        Assert.Contains("rows of it: 0", Found("DELETE FROM Documents; DELETE FROM Payments"), StringComparison.Ordinal);
        Assert.Contains("Receipts of a payment", Found("DELETE FROM Documents WHERE Place = 1"), StringComparison.Ordinal);
        Assert.Contains("Numbers with a gap", Found("DELETE FROM Documents WHERE Place = 1"), StringComparison.Ordinal);
        const string ByHand = "UPDATE Payments SET OutsideWay = 'Check', OutsideReference = '1042', AmountMinor = ";
        Assert.Contains("Paid outside, and not settled so", Found($"{ByHand}1"), StringComparison.Ordinal);
        Assert.Contains("Not told once", Found("UPDATE Messages SET Status = 'Failed'"), StringComparison.Ordinal);
        Assert.Contains("Nothing came to", Found("UPDATE Enrollments SET Email = Email || 'x'"), StringComparison.Ordinal);

        string Found(string tampering)
        {
            var copy = Tampered(experiment.Database, tampering);
            return string.Join(Environment.NewLine, new Audit(new Rows(copy), experiment.StandIns).Violations());
        }
    }

    private static string Tampered(string database, string tampering)
    {
        var copy = $"{database}.{Guid.NewGuid():n}";
        using (var original = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            original.Open();
            using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
            target.Open();
            original.BackupDatabase(target);
            using var command = target.CreateCommand();
#pragma warning disable CA2100 // The statements are this test's own constants.
            command.CommandText = tampering;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        return copy;
    }
}
