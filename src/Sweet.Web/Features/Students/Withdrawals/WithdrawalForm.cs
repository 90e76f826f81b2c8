namespace Sweet.Web.Features.Students.Withdrawals;

public sealed class WithdrawalForm
{
    /// <summary>The sum that the page showed, in minor units; it is compared with ours, never taken.</summary>
    public long? SeenBackMinor { get; set; }
}
