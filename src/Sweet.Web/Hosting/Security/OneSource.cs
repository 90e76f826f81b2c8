using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Sweet.Web.Hosting.Security;

/// <summary>
/// A form is read from the body alone, and what the address names from the path alone. By default a field that the body lacks is
/// taken from the query, past the check of the form, and a posted field "token" stands in for the one in the path.
/// </summary>
internal sealed class OneSource : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var inPath = action.Selectors.SelectMany(s => NamesIn(s.AttributeRouteModel?.Template)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in action.Parameters.Where(p => p.ParameterType != typeof(CancellationToken)))
        {
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource ??= inPath.Contains(parameter.Name) ? BindingSource.Path : BindingSource.Form;
        }
    }

    private static IEnumerable<string> NamesIn(string? template) =>
        template is null ? [] : RoutePatternFactory.Parse(template).Parameters.Select(p => p.Name);
}
