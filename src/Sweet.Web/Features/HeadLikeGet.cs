using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Sweet.Web.Features;

/// <summary>Whoever may get a page may ask for its head: link checkers and feed readers do.</summary>
public sealed class HeadLikeGet : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors)
        {
            var constraint = selector.ActionConstraints.OfType<HttpMethodActionConstraint>()
                .FirstOrDefault(c => c.HttpMethods.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase));
            if (constraint is null) continue;

            string[] methods = [.. constraint.HttpMethods.Union([HttpMethods.Head], StringComparer.OrdinalIgnoreCase)];
            selector.ActionConstraints.Remove(constraint);
            selector.ActionConstraints.Add(new HttpMethodActionConstraint(methods));
            foreach (var old in selector.EndpointMetadata.OfType<HttpMethodMetadata>().ToList()) selector.EndpointMetadata.Remove(old);
            selector.EndpointMetadata.Add(new HttpMethodMetadata(methods));
        }
    }
}
